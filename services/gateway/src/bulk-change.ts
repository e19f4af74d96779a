import { type BulkOutcome, type JobState, NotFound, WrongState } from '@assay/contracts'
import { type Database, readStates, treeTotals } from '@assay/db'
import type { JobQueue } from '@assay/queue'

/** What can be done to many jobs; each is told the same as if it had been asked for alone. */
export type BulkChange = {
  /** Does it. @returns those that it was done to. */
  apply(workspace: string, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Those that it would be done to now. */
  foresee(workspace: string, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Whom it can be done to, for those to whom it was not. */
  rule: string
}

/** So many in one transaction, so that none holds its locks for long. */
const AT_ONCE = 200

export const cancelling = (db: Database, queue: JobQueue): BulkChange => ({
  rule: 'Only what has not ended can be cancelled',
  apply: async (workspace, ids) => new Set((await queue.cancelMany(workspace, ids)).keys()),
  async foresee(workspace, ids) {
    const own = await readStates(db, workspace, ids)
    const totals = await treeTotals(db, [...own.keys()])
    return new Set([...totals].flatMap(([id, { queued, running }]) => (queued + running > 0 ? [id] : [])))
  },
})

export const retrying = (db: Database, queue: JobQueue): BulkChange => ({
  rule: 'Only a failed job can run again',
  apply: async (workspace, ids) => new Set(await queue.replay(workspace, { ids, limit: ids.length })),
  async foresee(workspace, ids) {
    const states = await readStates(db, workspace, ids)
    return new Set([...states].flatMap(([id, state]) => (state === 'failed' ? [id] : [])))
  },
})

/** Changes jobs one portion after the other, or only says what that would do. */
export async function changeMany(
  db: Database,
  change: BulkChange,
  { workspace, ids, dryRun }: { workspace: string; ids: readonly string[]; dryRun: boolean },
): Promise<BulkOutcome> {
  // The ledger's spelling of an id, as clients may write it in capitals.
  const given = [...new Set(ids.map((id) => id.toLowerCase()))]
  const outcome: BulkOutcome = { matched: 0, changed: 0, skipped: [] }
  for (let from = 0; from < given.length; from += AT_ONCE) {
    const portion = given.slice(from, from + AT_ONCE)
    const before = await readStates(db, workspace, portion)
    const changed = await (dryRun ? change.foresee : change.apply)(workspace, portion)
    outcome.matched += before.size
    outcome.changed += changed.size
    for (const id of portion) {
      if (!changed.has(id)) outcome.skipped.push({ id, reason: reasonFor(id, change.rule, before.get(id)) })
    }
  }
  return outcome
}

const reasonFor = (id: string, rule: string, state: JobState | undefined): string =>
  (state ? WrongState(rule, state) : NotFound(`job ${id}`)).message
