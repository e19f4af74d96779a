import { defineError } from './define-error.ts'
import type { FieldIssue } from './job-errors.ts'

export const InvalidRequest = defineError('INVALID_REQUEST', {
  status: 400,
  retry: 'never',
  message: (issues: readonly FieldIssue[]) =>
    `The request is not valid: ${issues.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
  details: (issues) => ({ errors: issues }),
})

export const Unauthenticated = defineError('UNAUTHENTICATED', {
  status: 401,
  retry: 'never',
  message: () => 'Send an API key that is not revoked: "Authorization: Bearer assay_…".',
})

export const Forbidden = defineError('FORBIDDEN', {
  status: 403,
  retry: 'never',
  message: (scope: string) => `This key lacks the scope "${scope}". Use a key that has it, or ask an admin for one.`,
  details: (scope) => ({ scope }),
})

export const NotFound = defineError('NOT_FOUND', {
  status: 404,
  retry: 'never',
  message: (what: string) => `There is no ${what} here.`,
})

export const WrongState = defineError('WRONG_STATE', {
  status: 409,
  retry: 'never',
  message: (what: string, state: string) => `${what}, but the job is ${state}.`,
  details: (_what, state) => ({ state }),
})

export const NamesShareAnAlias = defineError('NAMES_SHARE_AN_ALIAS', {
  status: 409,
  retry: 'never',
  message: (one: string, other: string) =>
    `Both ${one} and ${other} go by a third name. Take one of these back first: DELETE /authors/aliases.`,
})

export const TooManyRequests = defineError('TOO_MANY_REQUESTS', {
  status: 429,
  retry: 'later',
  message: (retryAfterSeconds: number) => `Too many requests; send the next one in ${retryAfterSeconds} seconds.`,
})

export const Unavailable = defineError('UNAVAILABLE', {
  status: 503,
  retry: 'later',
  message: () => 'The database does not answer; nothing was stored. Try again in a few seconds.',
})

export const InvalidSignature = defineError('INVALID_SIGNATURE', {
  status: 401,
  retry: 'never',
  message: () =>
    'X-Hub-Signature-256 does not belong to this body. Give the webhook at GitHub the secret that GITHUB_WEBHOOK_SECRET holds here.',
})

export const WebhooksNotConfigured = defineError('WEBHOOKS_NOT_CONFIGURED', {
  status: 503,
  retry: 'never',
  message: () =>
    'This gateway takes no webhooks: set GITHUB_WEBHOOK_SECRET to the secret of the webhook at GitHub (16 characters or more), restart it, and redeliver.',
})

export const UnsupportedMediaType = defineError('UNSUPPORTED_MEDIA_TYPE', {
  status: 415,
  retry: 'never',
  message: (remedy: string) => `This route does not read bodies of that type. ${remedy}`,
})

export const UploadTooLarge = defineError('UPLOAD_TOO_LARGE', {
  status: 413,
  retry: 'never',
  message: (issues: readonly FieldIssue[]) =>
    `Nothing was stored: ${issues.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
  details: (issues) => ({ errors: issues }),
})

export const NotQuarantined = defineError('NOT_QUARANTINED', {
  status: 409,
  retry: 'never',
  message: (documentStatus: string) =>
    `Only a document in quarantine can be released, but this one is ${documentStatus}.`,
  details: (documentStatus) => ({ documentStatus }),
})

export const VersionConflict = defineError('VERSION_CONFLICT', {
  status: 409,
  retry: 'never',
  message: (what: string, version: number) =>
    `Somebody else saved ${what} meanwhile: it is at version ${version} now. Read it again, put your change into it, and send that version.`,
  details: (_what, version) => ({ version }),
})

export const LimitReached = defineError('LIMIT_REACHED', {
  status: 409,
  retry: 'never',
  message: (limit: string, remedy: string) => `${limit}. ${remedy}`,
})

export const OrderOutdated = defineError('ORDER_OUTDATED', {
  status: 409,
  retry: 'never',
  message: () => 'The order must name every achievement once. Read them again, and send the ids of all.',
})

export const NotPublished = defineError('NOT_PUBLISHED', {
  status: 409,
  retry: 'never',
  message: (remedy: string) => `The portfolio is not published, so there is nothing to export. ${remedy}`,
})

export const AddressTaken = defineError('ADDRESS_TAKEN', {
  status: 409,
  retry: 'never',
  message: (address: string) => `Another portfolio is at ${address}. Save this one with another slug, then publish it.`,
})
