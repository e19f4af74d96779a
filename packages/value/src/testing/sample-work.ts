import type { ValuedWork } from '../counting/value-together.ts'
import { findLinks } from '../links/find-links.ts'
import { patchShape } from '../links/patch-shape.ts'
import { evidenceOf } from '../money/testing/sample-context.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'

const START = Date.UTC(2026, 0, 1)

/** A pull request of one repository that was merged on a day, with what its words say of others. */
export const sampleWork = (
  number: number,
  {
    day = number,
    isBeside = false,
    patchId = null,
    ...facts
  }: Partial<PullRequestFacts> & { day?: number; isBeside?: boolean; patchId?: string | null },
): ValuedWork => {
  const evidence = evidenceOf(facts.body ?? null, facts)
  const { title, body, commitMessages } = evidence
  return {
    id: String(number),
    repository: 'acme/shop',
    number,
    sha: number.toString(16).padStart(7, 'a').padEnd(40, '0'),
    title,
    mergedAt: new Date(START + day * 86_400_000),
    links: findLinks({ number, title, body, commitMessages }),
    patchId,
    shape: patchShape({ title, files: facts.files }),
    evidence,
    isBeside,
  }
}
