import type { EvidenceValue, EvidenceView, PublishedPortfolio, PullRequestEvidence } from '@assay/contracts'
import { counted, figure, moneyRange, moneyWords, rangeWords } from './words.ts'

/** A number with what it needs to be believed. */
export type StatedNumber = {
  readonly figure: string
  readonly label: string
  readonly method: string
  readonly evidence: string
  readonly uncertainty: string
}

/** Numbers of the whole portfolio. What stands behind several achievements is counted once. */
export const numbersOf = ({ achievements, whole }: PublishedPortfolio): StatedNumber[] => {
  const evidence = [...new Map(achievements.flatMap((one) => one.evidence).map((piece) => [piece.id, piece])).values()]
  return [
    {
      figure: String(achievements.length),
      label: achievements.length === 1 ? 'achievement' : 'achievements',
      method: 'Counted: those that are published here.',
      evidence: 'Each has a page with what proves it.',
      uncertainty: 'None.',
    },
    ...numbersOfEvidence(evidence, whole),
  ]
}

/** Numbers of some evidence. Where there is nothing to tell, there is no number. */
export const numbersOfEvidence = (evidence: readonly EvidenceView[], value: EvidenceValue): StatedNumber[] => {
  const pullRequests = evidence.filter((piece): piece is PullRequestEvidence => piece.kind === 'pull-request')
  const documents = evidence.length - pullRequests.length
  return [
    ...(pullRequests.length > 0 ? [countOfPullRequests(pullRequests.length), announced(value)] : []),
    ...(value.effort ? [effort(value.effort, value.pullRequests)] : []),
    ...money(value.money),
    ...(documents > 0 ? [countOfDocuments(documents)] : []),
  ]
}

const countOfPullRequests = (count: number): StatedNumber => ({
  figure: String(count),
  label: count === 1 ? 'merged pull request' : 'merged pull requests',
  method: 'Counted: each once, however often it is cited.',
  evidence: 'All are listed, with links where their repository is public.',
  uncertainty: 'None: they were merged.',
})

const countOfDocuments = (count: number): StatedNumber => ({
  figure: String(count),
  label: count === 1 ? 'document' : 'documents',
  method: 'Counted: each once.',
  evidence: 'Named where they are cited; only quoted words are shown.',
  uncertainty: 'None.',
})

const announced = ({ announced: range, pullRequests }: EvidenceValue): StatedNumber => ({
  figure: figure(range.mid),
  label: 'expected in release notes',
  method: 'The sum of the chances that maintainers would announce each, as learned from release notes.',
  evidence: `${counted(pullRequests, 'assessed pull request')}.`,
  uncertainty: `${rangeWords(range)}, as some projects announce little and some much.`,
})

const effort = (hours: NonNullable<EvidenceValue['effort']>, of: number): StatedNumber => ({
  figure: `${figure(hours.mid)} h`,
  label: 'of work, estimated',
  method: 'From lines that somebody wrote, fitted to the time between commits: a floor, not a time sheet.',
  evidence: `${hours.estimated} of ${counted(of, 'pull request')} could be estimated.`,
  uncertainty: `${rangeWords(hours)} h (90 % interval).`,
})

const money = (total: EvidenceValue['money']): StatedNumber[] => {
  if (total === null || total.valued === 0) return []
  const { currency, recurring, oneTime, valued, of, contextVersion } = total
  const about = {
    method: `Effects that are stated as done, times declared prices (version ${contextVersion}); every effect once.`,
    evidence: `${valued} of ${counted(of, 'pull request')} valued; the others are unknown, not 0.`,
  }
  return [
    ...(recurring
      ? [
          {
            figure: moneyWords(currency, recurring.p50),
            label: 'a year, from effects that authors state',
            ...about,
            uncertainty: `${moneyRange(currency, recurring)} (80 % interval).`,
          },
        ]
      : []),
    ...(oneTime
      ? [
          {
            figure: moneyWords(currency, oneTime.p50),
            label: 'once, from effects that authors state',
            ...about,
            uncertainty: `${moneyRange(currency, oneTime)} (80 % interval).`,
          },
        ]
      : []),
  ]
}
