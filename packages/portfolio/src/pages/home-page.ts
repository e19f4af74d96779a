import type { PublishedAchievement, PublishedPortfolio, PullRequestEvidence } from '@assay/contracts'
import { monthChart } from '../charts/month-chart.ts'
import { rangeChart } from '../charts/range-chart.ts'
import { html, type Markup } from '../markup/html.ts'
import { outerLink } from '../markup/links.ts'
import { numbersOf } from '../numbers.ts'
import { deriveSkills, type Skill, type SkillGroup } from '../skills/derive-skills.ts'
import { renderStory, storyWords } from '../story/render-story.ts'
import { counted, figure, rangeWords } from '../words.ts'
import { numberList } from './number-list.ts'
import { footer, renderPage } from './page.ts'

const EXCERPT = 220

/** The first page: who, what, how much, since when, and what with. */
export const homePage = (portfolio: PublishedPortfolio): string => {
  const { profile, achievements, madeAt } = portfolio
  const skills = deriveSkills(achievements)
  const name = profile.name || 'Portfolio'
  return renderPage({
    title: profile.headline === '' ? name : `${name} · ${profile.headline}`,
    description: profile.headline || `What ${name} has achieved, with evidence.`,
    root: '',
    scripts: ['search-data.js', 'search.js'],
    body: html`<header class="hero"><div class="column">
<h1>${name}</h1>
${profile.headline === '' ? null : html`<p class="headline">${profile.headline}</p>`}
<nav aria-label="Elsewhere"><ul class="links">${profile.links.map(({ label, url }) => html`<li>${outerLink(label, url)}</li>`)}<li><a href="portfolio.pdf">As PDF</a></li></ul></nav>
</div></header>
<main id="main" class="column">
${profile.about.trim() === '' ? null : html`<section class="about" aria-label="About">${renderStory(profile.about)}</section>`}
<section aria-labelledby="numbers"><h2 id="numbers">In numbers</h2>${numberList(numbersOf(portfolio))}</section>
${searchForm}
<section aria-labelledby="achievements"><h2 id="achievements">Achievements</h2>
${achievements.length === 0 ? html`<p class="quiet">Nothing is published yet.</p>` : html`<ol class="cards">${achievements.map(card)}</ol>`}
</section>
${charts(achievements)}
${skills.length === 0 ? null : skillSection(skills)}
</main>
${footer('', madeAt)}`,
  })
}

/** Hidden until its script shows that it works. */
const searchForm = html`<form class="search" role="search" data-search hidden>
<label for="query">Search achievements and evidence</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" maxlength="200">
<p class="quiet" role="status" data-status></p>
<ol class="found" data-found></ol>
</form>`

const card = (achievement: PublishedAchievement): Markup => {
  const { slug, title, story, evidence, value } = achievement
  const facts = [
    counted(evidence.length, 'piece of evidence', 'pieces of evidence'),
    ...(value.effort ? [`about ${figure(value.effort.mid)} h`] : []),
    ...(value.money && value.money.valued > 0 ? [`${value.money.valued} of ${value.money.of} valued`] : []),
  ]
  return html`<li><article><h3><a href="achievements/${slug}.html">${title}</a></h3>
<p>${excerpt(storyWords(story)[0] ?? '')}</p>
<p class="quiet">${facts.join(' · ')}</p></article></li>
`
}

const excerpt = (text: string): string =>
  text.length <= EXCERPT ? text : `${text.slice(0, text.lastIndexOf(' ', EXCERPT) + 1 || EXCERPT).trimEnd()} …`

const charts = (achievements: readonly PublishedAchievement[]): Markup | null => {
  const evidence = new Map(
    achievements
      .flatMap((one) => one.evidence)
      .filter((piece): piece is PullRequestEvidence => piece.kind === 'pull-request')
      .map((piece) => [piece.id, piece]),
  )
  const announced = achievements.flatMap(({ title, value }) =>
    value.pullRequests === 0
      ? []
      : [
          {
            label: title,
            ...value.announced,
            words: `${figure(value.announced.mid)} (${rangeWords(value.announced)})`,
          },
        ],
  )
  const drawn = [
    monthChart(
      'Pull requests by when they were merged',
      [...evidence.values()].map(({ mergedAt }) => mergedAt),
    ),
    rangeChart('Pull requests that maintainers would be expected to announce', announced, {
      most: Math.max(0, ...announced.map(({ high }) => high)),
      head: ['Achievement', 'Expected (where little is announced to where much is)'],
    }),
  ].filter((chart) => chart !== null)
  return drawn.length === 0
    ? null
    : html`<section aria-labelledby="charts"><h2 id="charts">At a glance</h2><div class="pair">${drawn}</div></section>`
}

const skillSection = (
  groups: readonly SkillGroup[],
): Markup => html`<section aria-labelledby="skills"><h2 id="skills">Skills that the evidence shows</h2>
<div class="skills">${groups.map(
  ({
    title,
    derivedFrom,
    skills,
  }) => html`<section aria-label="${title}"><h3>${title}</h3><p class="quiet">${derivedFrom}</p>
<ul>${skills.map(skillItem)}</ul></section>
`,
)}</div></section>`

const skillItem = ({
  name,
  pullRequests,
  achievements,
}: Skill): Markup => html`<li class="skill"><details><summary><strong>${name}</strong> <span>${counted(pullRequests, 'pull request')}</span></summary>
<ul>${achievements.map(({ slug, title }) => html`<li><a href="achievements/${slug}.html">${title}</a></li>`)}</ul></details></li>
`
