import type { EvidenceView, PublishedAchievement, PublishedPortfolio, PullRequestEvidence } from '@assay/contracts'
import { rangeChart } from '../charts/range-chart.ts'
import { html, type Markup } from '../markup/html.ts'
import { outerLink } from '../markup/links.ts'
import { numbersOfEvidence } from '../numbers.ts'
import { renderStory, storyWords } from '../story/render-story.ts'
import { chanceWords, dayOf, historyWords, kindWords, nameOf, quotesOf, titleOf, worthWords } from '../words.ts'
import { numberList } from './number-list.ts'
import { footer, renderPage } from './page.ts'

/** The page of one achievement: what was done, what it came to, and what proves it. */
export const casePage = (
  { profile, achievements, madeAt }: PublishedPortfolio,
  achievement: PublishedAchievement,
): string => {
  const { title, story, evidence, value } = achievement
  const numbers = numbersOfEvidence(evidence, value)
  return renderPage({
    title: `${title} · ${profile.name || 'Portfolio'}`,
    description: (storyWords(story)[0] ?? '').slice(0, 200) || title,
    root: '../',
    body: html`<header class="hero small"><div class="column">
<nav aria-label="Where you are"><a href="../index.html">${profile.name || 'Portfolio'}</a></nav>
<h1>${title}</h1>
${period(evidence)}
</div></header>
<main id="main" class="column">
${story.trim() === '' ? null : html`<section class="story" aria-label="The story">${renderStory(story)}</section>`}
${numbers.length === 0 ? null : html`<section aria-labelledby="numbers"><h2 id="numbers">What it comes to</h2>${numberList(numbers)}</section>`}
${evidence.length === 0 ? null : html`<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2><ol class="evidence">${evidence.map(renderEvidence)}</ol></section>`}
${significance(evidence)}
${others(achievements, achievement)}
</main>
${footer('../', madeAt)}`,
  })
}

const isPullRequest = (piece: EvidenceView): piece is PullRequestEvidence => piece.kind === 'pull-request'

const period = (evidence: readonly EvidenceView[]): Markup | null => {
  const days = evidence
    .filter(isPullRequest)
    .map(({ mergedAt }) => dayOf(mergedAt))
    .toSorted()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return null
  const until = first === last ? null : html` to <time datetime="${last}">${last}</time>`
  return html`<p class="headline">Merged <time datetime="${first}">${first}</time>${until}</p>`
}

const renderEvidence = (piece: EvidenceView): Markup => html`<li><article>
${isPullRequest(piece) ? aboutPullRequest(piece) : aboutDocument(piece)}
${quotesOf(piece).map(({ text, source }) => html`<blockquote><p>${text}</p><footer>${source}</footer></blockquote>`)}
${piece.note.trim() === '' ? null : html`<p class="note">${piece.note}</p>`}
</article></li>
`

const aboutPullRequest = (piece: PullRequestEvidence): Markup => html`<h3>${outerLink(piece.title, piece.url)}</h3>
<p class="quiet">${nameOf(piece)} · by ${piece.author} · merged ${dayOf(piece.mergedAt)}${piece.changeKind === null ? null : html` · <span class="kind">${kindWords(piece.changeKind)}</span>`}</p>
<p>${[chanceWords(piece), ...worthWords(piece)].join('. ')}.</p>
${piece.history.map((event) => html`<p class="history">${historyWords(event)}</p>`)}`

const aboutDocument = (piece: EvidenceView & { kind: 'document' }): Markup => html`<h3>${titleOf(piece)}</h3>
<p class="quiet">Document ${piece.name}, version ${piece.version}, added ${dayOf(piece.addedAt)}</p>`

const significance = (evidence: readonly EvidenceView[]): Markup | null => {
  const rows = evidence.filter(isPullRequest).flatMap((piece) =>
    piece.significance === null
      ? []
      : [
          {
            label: nameOf(piece),
            low: piece.significance.low,
            mid: piece.significance.score,
            high: piece.significance.high,
            words: chanceWords(piece),
          },
        ],
  )
  const chart = rangeChart('How likely maintainers would announce each', rows, {
    most: 100,
    head: ['Pull request', 'Chance, with its interval'],
  })
  return chart && html`<section aria-labelledby="chances"><h2 id="chances">At a glance</h2>${chart}</section>`
}

const others = (achievements: readonly PublishedAchievement[], { slug }: PublishedAchievement): Markup | null => {
  const place = achievements.findIndex((one) => one.slug === slug)
  const [before, after] = [achievements[place - 1], achievements[place + 1]]
  const link = (one: PublishedAchievement | undefined, words: string) =>
    one && html`<a href="${one.slug}.html"><span class="quiet">${words}</span> ${one.title}</a>`
  return before || after
    ? html`<nav class="others" aria-label="Other achievements">${link(before, 'Before') ?? null}${link(after, 'Next') ?? null}</nav>`
    : null
}
