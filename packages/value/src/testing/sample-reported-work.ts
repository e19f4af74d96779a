import type { ReportedWork } from '../roll-up/reported-work.ts'
import { sampleWork } from './sample-work.ts'

/** A pull request as it comes back from where it was stored; change what matters to the test. */
export const sampleReportedWork = (
  number: number,
  {
    author = 'Ada',
    kind = 'perf',
    score = 30,
    ...facts
  }: Parameters<typeof sampleWork>[1] & Partial<ReportedWork> = {},
): ReportedWork => {
  const work = sampleWork(number, facts)
  const { evidence } = work
  return {
    ...work,
    repositoryId: work.repository,
    repository: 'shop',
    body: evidence.body ?? '',
    commits: [],
    author,
    kind,
    score,
    low: score / 2,
    high: score * 2,
    effort: evidence.effort,
    claims: evidence.claims,
    observations: [],
  }
}
