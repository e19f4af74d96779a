export * from './access/api-keys.ts'
export * from './access/workspaces.ts'
export { type Database, type DatabaseOptions, openDatabase, type Row, type Sql } from './database.ts'
export * from './documents/convert-documents.ts'
export * from './documents/read-documents.ts'
export * from './documents/receive-document.ts'
export * from './documents/thresholds.ts'
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
export * from './passages/chunks.ts'
export * from './passages/models.ts'
export * from './passages/passages.ts'
export { type DocumentStatus, documentStatuses } from './schema/documents.ts'
export type { JobError } from './schema/jobs.ts'
export type { ChangedFile, Completeness, Person, ScoreReason } from './schema/work.ts'
export * from './traces/spans.ts'
export * from './value/assessed-work.ts'
export * from './value/contexts.ts'
export * from './value/observations.ts'
export * from './value/reports.ts'
export * from './webhooks/deliveries.ts'
export {
  listAuthorVerdicts,
  type StoredVerdict,
  sayOnePerson,
  sayTwoPeople,
  takeVerdictBack,
  unknownAuthors,
} from './work/author-verdicts.ts'
export * from './work/authors.ts'
export * from './work/collections.ts'
export { type CountedPullRequests, type CountFilter, countPullRequests } from './work/count-pull-requests.ts'
export { type ForgottenAuthor, forgetAuthor } from './work/forget-author.ts'
export { type CollectedPerson, type Identity, loadIdentities } from './work/identities.ts'
export * from './work/read-pull-requests.ts'
export * from './work/repositories.ts'
export * from './work/repository-sources.ts'
export * from './work/scores.ts'
export {
  type CollectedPullRequest,
  loadPullRequests,
  type PullRequest,
  storePullRequests,
} from './work/store-pull-requests.ts'
