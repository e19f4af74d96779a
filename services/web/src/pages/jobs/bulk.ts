import type { JobSearch } from './job-search.ts'

export type BulkAction = 'cancel' | 'retry'
/** The jobs that were picked, or all that the list's filters match. */
export type BulkTarget = { all: false; ids: readonly string[] } | { all: true; filter: JobSearch }
export type BulkOutcome = { matched: number; changed: number; skipped: readonly { id: string; reason: string }[] }

/** The API's own limits. */
const MOST_IDS = 1_000
const MOST_MATCHES = 10_000

export const bulkBody = (target: BulkTarget, dryRun: boolean) =>
  target.all ? { filter: target.filter, limit: MOST_MATCHES, dryRun } : { ids: target.ids.slice(0, MOST_IDS), dryRun }

export const countJobs = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'job' : 'jobs'}`

/** Why jobs stay as they are, each reason once, those of most jobs first. */
export function reasonsOf({ skipped }: BulkOutcome): readonly { reason: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((one, other) => other.count - one.count)
}

/** Whether more may match than one request changes. */
export const isCut = (target: BulkTarget, { matched }: BulkOutcome): boolean =>
  target.all ? matched >= MOST_MATCHES : target.ids.length > MOST_IDS

/** In words that end a sentence: how many could still be changed when it was asked, and not any more when it was done. */
export function tooLate(foreseen: BulkOutcome, { changed }: BulkOutcome): string {
  const late = foreseen.changed - changed
  return late > 0 ? `; for ${countJobs(late)} it was too late` : ''
}
