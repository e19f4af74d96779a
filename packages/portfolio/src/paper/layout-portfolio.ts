import type { EvidenceView, PublishedAchievement, PublishedPortfolio } from '@assay/contracts'
import type { Block } from '@assay/paper'
import { numbersOf, numbersOfEvidence, type StatedNumber } from '../numbers.ts'
import { methods } from '../pages/method-page.ts'
import { deriveSkills } from '../skills/derive-skills.ts'
import { storyWords } from '../story/render-story.ts'
import {
  chanceWords,
  counted,
  dayOf,
  historyWords,
  kindWords,
  nameOf,
  quotesOf,
  titleOf,
  worthWords,
} from '../words.ts'

/** A portfolio on paper: the same words and numbers as its pages. */
export const layoutPortfolio = (portfolio: PublishedPortfolio): Block[] => {
  const { profile, achievements, method, madeAt } = portfolio
  return [
    { kind: 'heading', level: 1, text: profile.name || 'Portfolio' },
    ...paragraphs([profile.headline, ...storyWords(profile.about)]),
    ...paragraphs(profile.links.map(({ label, url }) => `${label}: ${url}`)),
    { kind: 'heading', level: 2, text: 'In numbers' },
    numberTable(numbersOf(portfolio)),
    ...achievements.flatMap(layoutAchievement),
    ...skills(achievements),
    { kind: 'heading', level: 2, text: 'How these numbers are made' },
    { kind: 'list', items: methods.map(([title, text]) => `${title}: ${text}`) },
    { kind: 'paragraph', text: `Method ${method}; computed ${madeAt}.` },
  ]
}

const paragraphs = (texts: readonly string[]): Block[] =>
  texts.filter((text) => text.trim() !== '').map((text) => ({ kind: 'paragraph', text }))

const numberTable = (numbers: readonly StatedNumber[]): Block => ({
  kind: 'table',
  head: ['', 'Method', 'Evidence', 'Uncertainty'],
  rows: numbers.map(({ figure, label, method, evidence, uncertainty }) => [
    `${figure} ${label}`,
    method,
    evidence,
    uncertainty,
  ]),
})

const layoutAchievement = ({ title, story, evidence, value }: PublishedAchievement): Block[] => {
  const numbers = numbersOfEvidence(evidence, value)
  return [
    { kind: 'heading', level: 2, text: title },
    ...paragraphs(storyWords(story)),
    ...(numbers.length > 0 ? [numberTable(numbers)] : []),
    ...evidence.flatMap(layoutEvidence),
  ]
}

const layoutEvidence = (piece: EvidenceView): Block[] => [
  { kind: 'heading', level: 3, text: titleOf(piece) },
  ...paragraphs([factsOf(piece), piece.note]),
  ...quotesOf(piece).map(({ text, source }): Block => ({ kind: 'quote', text, source })),
]

const factsOf = (piece: EvidenceView): string =>
  piece.kind === 'document'
    ? `Document ${piece.name}, version ${piece.version}, added ${dayOf(piece.addedAt)}.`
    : `${[
        nameOf(piece),
        ...(piece.changeKind === null ? [] : [kindWords(piece.changeKind)]),
        `by ${piece.author}`,
        `merged ${dayOf(piece.mergedAt)}`,
        chanceWords(piece),
        ...worthWords(piece),
        ...piece.history.map(historyWords),
      ].join('; ')}.`

const skills = (achievements: readonly PublishedAchievement[]): Block[] => {
  const groups = deriveSkills(achievements)
  if (groups.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Skills that the evidence shows' },
    ...groups.flatMap(({ title, derivedFrom, skills: found }): Block[] => [
      { kind: 'heading', level: 3, text: title },
      { kind: 'paragraph', text: derivedFrom },
      {
        kind: 'list',
        items: found.map(({ name, pullRequests }) => `${name}: ${counted(pullRequests, 'pull request')}`),
      },
    ]),
  ]
}
