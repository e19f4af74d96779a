import type { PublishedPortfolio } from '@assay/contracts'
import { html } from '../markup/html.ts'
import { footer, renderPage } from './page.ts'

/** What the numbers mean, and what they do not. */
export const methods: readonly (readonly [string, string])[] = [
  [
    'Evidence',
    'Every achievement rests on merged pull requests and documents. What is quoted stands in them to the letter; a quote is dropped when its source is reworded.',
  ],
  [
    'Chance of being announced',
    'How likely maintainers would name a pull request in their release notes: a model that was learned from release notes, with an interval from the projects that announce least to those that announce most. That something was announced does not prove what it was worth.',
  ],
  [
    'Hours',
    'Estimated from the lines that somebody wrote, by class of file, fitted to the time between commits. They are a floor and no time sheet; the interval holds nine in ten.',
  ],
  [
    'Money',
    'Given only where a text states an effect as done and its price was declared. What is not valued is unknown, not worth nothing. Intervals run from the 10th to the 90th percentile; what recurs and what comes once are never added up. Reverted effects are taken back, and every effect counts once.',
  ],
  [
    'Skills',
    'Nobody states them: they are derived from the files that the pull requests changed and from the kinds of change.',
  ],
]

export const methodPage = ({ profile, method, madeAt, whole }: PublishedPortfolio): string =>
  renderPage({
    title: `How these numbers are made · ${profile.name || 'Portfolio'}`,
    description: 'Methods, evidence and uncertainty of every number in this portfolio.',
    root: '',
    body: html`<header class="hero small"><div class="column">
<nav aria-label="Where you are"><a href="index.html">${profile.name || 'Portfolio'}</a></nav>
<h1>How these numbers are made</h1>
</div></header>
<main id="main" class="column"><div class="story">
${methods.map(([title, text]) => html`<h2>${title}</h2><p>${text}</p>`)}
<h2>Versions</h2>
<p>Method <code>${method}</code>; prices ${whole.money ? html`version <code>${whole.money.contextVersion}</code>` : 'were not declared'}.</p>
</div></main>
${footer('', madeAt)}`,
  })
