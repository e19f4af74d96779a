import type { StoredWork } from '../stored/valued-work.ts'

/** A stored pull request with what roll-ups and reports tell of it. */
export type ReportedWork = StoredWork & {
  readonly author: string
  /** Significance, 0 to 100, with its interval. */
  readonly score: number
  readonly low: number
  readonly high: number
}
