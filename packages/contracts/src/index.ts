export * from './api/achievements.ts'
export * from './api/ask.ts'
export * from './api/authors.ts'
export * from './api/bulk-jobs.ts'
export * from './api/completeness.ts'
export * from './api/document-chunks.ts'
export * from './api/documents.ts'
export * from './api/job-children.ts'
export * from './api/job-logs.ts'
export * from './api/jobs.ts'
export * from './api/models.ts'
export * from './api/money.ts'
export * from './api/observations.ts'
export * from './api/operations.ts'
export * from './api/overview.ts'
export { pageOf, pageQuery } from './api/pages.ts'
export * from './api/portfolio.ts'
export { type Problem, problemSchema } from './api/problem.ts'
export * from './api/reports.ts'
export * from './api/roll-ups.ts'
export * from './api/search.ts'
export * from './api/session.ts'
export * from './api/traces.ts'
export * from './api/value.ts'
export * from './api/waiting.ts'
export * from './api/work.ts'
export * from './api/workers.ts'
export { AssayError, defineError, type ErrorSpec, isAssayError, type Retry } from './errors/define-error.ts'
export { fieldIssues } from './errors/field-issues.ts'
export { adviceFor } from './errors/job-advice.ts'
export {
  type FieldIssue,
  IdempotencyConflict,
  InvalidPayload,
  JobTimedOut,
  NonRetryable,
  PayloadTooLarge,
  PoisonJob,
  RateLimited,
  UnknownKind,
} from './errors/job-errors.ts'
export {
  AddressTaken,
  Forbidden,
  InvalidRequest,
  InvalidSignature,
  LimitReached,
  NamesShareAnAlias,
  NotFound,
  NotPublished,
  NotQuarantined,
  OrderOutdated,
  TooManyRequests,
  Unauthenticated,
  Unavailable,
  UnsupportedMediaType,
  UploadTooLarge,
  VersionConflict,
  WebhooksNotConfigured,
  WrongState,
} from './errors/request-errors.ts'
export { type Catalog, createCatalog, loadCatalog, MAX_PAYLOAD_BYTES } from './jobs/catalog.ts'
export { defineJob, type JobContract, type PayloadOf, type ResultOf, type RetryPolicy } from './jobs/define-job.ts'
export {
  type AttemptOutcome,
  attemptOutcomes,
  isTerminal,
  type JobState,
  jobStates,
  type Priority,
  priorities,
  type TerminalState,
  terminalStates,
} from './jobs/states.ts'
