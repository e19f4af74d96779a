export * from './access/api-keys.ts'
export * from './access/workspaces.ts'
export { type Database, type DatabaseOptions, openDatabase, type Row, type Sql } from './database.ts'
export * from './ledger/admission.ts'
export * from './ledger/cancel-jobs.ts'
export * from './ledger/claim-jobs.ts'
export * from './ledger/dead-letters.ts'
export * from './ledger/duties.ts'
export * from './ledger/insert-jobs.ts'
export * from './ledger/leases.ts'
export * from './ledger/queues.ts'
export * from './ledger/read-jobs.ts'
export * from './ledger/schedules.ts'
export * from './ledger/settle-attempts.ts'
export { migrate } from './migrate.ts'
export type { JobError } from './schema/jobs.ts'
export type { ChangedFile, ScoreReason } from './schema/work.ts'
export * from './traces/spans.ts'
export * from './work/chunks.ts'
export * from './work/read-pull-requests.ts'
export * from './work/repositories.ts'
export * from './work/scores.ts'
export {
  type CollectedPullRequest,
  loadPullRequests,
  type PullRequest,
  storePullRequests,
} from './work/store-pull-requests.ts'
