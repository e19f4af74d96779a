import { hashOf, seededRandom } from './random.ts'
import type { SimulatedIssue, SimulatedReview } from './types.ts'
import { nodeId, utcSeconds } from './world.ts'

/** What no git history has, drawn by seed. */
export type Inventor = ReturnType<typeof createInventor>

const labelNames = [
  'bug',
  'enhancement',
  'documentation',
  'good first issue',
  'semver-major',
  'área: núcleo',
  '性能',
  '🚀 release',
]
const reviewers = ['grace', 'linus', 'margaret', 'barbara', 'edsger', 'donald', 'radia', 'frances', 'codecov[bot]']
const oddTexts = [
  'LGTM 👍🏽 👩‍💻',
  'مراجعة الكود قبل الدمج',
  'בדיקה נוספת נדרשת',
  'naïve café ﬁ Å Å',
  'zero\u200bwidth and \u202eright-to-left override\u202c',
  '<script>alert(1)</script> & "quotes"',
  '漢字かな交じり文 한국어',
  'line\r\nbreaks\n\ttabs',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(20),
]
const reviewStates = ['APPROVED', 'APPROVED', 'COMMENTED', 'CHANGES_REQUESTED', 'DISMISSED'] as const

/** Draws for one pull request; the same number gives the same, whatever was drawn for others. */
export const createInventor = (seed: number, number: number) => {
  const random = seededRandom(hashOf(`${seed}:${number}`))
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], otherwise: Item): Item =>
    items[below(items.length)] ?? otherwise
  const chance = (share: number): boolean => random() < share

  return {
    below,
    chance,

    oddText: (): string => pick(oddTexts, ''),

    /** Half of the pull requests have none. */
    labels: (): string[] => (chance(0.5) ? [] : labelNames.filter(() => chance(0.25))),

    /** From none to five; `many` gives more than a page of GitHub's holds. Several may have the same second. */
    reviews: (from: string, many: boolean): SimulatedReview[] => {
      const count = many ? 101 + below(60) : chance(0.35) ? 0 : 1 + below(5)
      let at = Date.parse(from)
      return Array.from({ length: count }, (_, index) => {
        at += below(3) * 60_000
        return {
          id: nodeId('PRR', seed, number, index),
          reviewer: chance(0.05) ? null : pick(reviewers, 'grace'),
          state: pick(reviewStates, 'COMMENTED'),
          submittedAt: utcSeconds(at),
          body: chance(0.3) ? pick(oddTexts, '') : '',
        }
      })
    },

    /** Mostly none; numbers above those of pull requests, now and then in another repository. */
    issues: (repository: string, share: number): SimulatedIssue[] =>
      chance(share)
        ? Array.from({ length: 1 + below(2) }, () => ({
            number: 100_000 + below(100_000),
            repository: chance(0.2) ? 'octo/elsewhere' : repository,
          }))
        : [],
  }
}
