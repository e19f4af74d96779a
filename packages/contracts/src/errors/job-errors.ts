import { AssayError, defineError } from './define-error.ts'

export const UnknownKind = defineError('UNKNOWN_KIND', {
  status: 422,
  retry: 'never',
  message: (kind: string, known: readonly string[]) =>
    `There is no job kind "${kind}". Known kinds: ${known.join(', ')}.`,
  details: (_kind, known) => ({ field: 'kind', known }),
})

export const InvalidPayload = defineError('INVALID_PAYLOAD', {
  status: 422,
  retry: 'never',
  message: (kind: string, issues: readonly FieldIssue[]) =>
    `The payload of this ${kind} job is not valid: ${issues.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`,
  details: (_kind, issues) => ({ errors: issues }),
})

export const PayloadTooLarge = defineError('PAYLOAD_TOO_LARGE', {
  status: 413,
  retry: 'never',
  message: (sizeBytes: number, limitBytes: number) =>
    `The payload has ${sizeBytes} bytes; at most ${limitBytes} are allowed. Store large data first and submit its id.`,
  details: (sizeBytes, limitBytes) => ({ field: 'payload', sizeBytes, limitBytes }),
})

export const IdempotencyConflict = defineError('IDEMPOTENCY_CONFLICT', {
  status: 422,
  retry: 'never',
  message: (key: string) =>
    `The idempotency key "${key}" was used before with a different request. Use a new key, or send the same request.`,
  details: () => ({ field: 'Idempotency-Key' }),
})

export const JobTimedOut = defineError('JOB_TIMED_OUT', {
  retry: 'later',
  message: (timeoutMs: number) => `The attempt ran longer than its limit of ${timeoutMs} ms.`,
})

export const PoisonJob = defineError('POISON_JOB', {
  retry: 'never',
  message: (crashes: number) => `The worker running this job died ${crashes} times; it is not tried again by itself.`,
})

/** A source asked us to wait. The job is parked until `resetAt` and no attempt is used up. */
export class RateLimited extends AssayError {
  readonly resetAt: Date

  constructor(source: string, resetAt: Date) {
    super(
      { code: 'RATE_LIMITED', status: 503, retry: 'later' },
      `${source} asks to wait until ${resetAt.toISOString()}.`,
      { resetAt: resetAt.toISOString() },
    )
    this.resetAt = resetAt
  }
}

/** Wraps a failure that trying again cannot mend. */
export class NonRetryable extends AssayError {
  constructor(message: string, options: ErrorOptions = {}) {
    super({ code: 'NON_RETRYABLE', status: 500, retry: 'never' }, message, {}, options)
  }
}

export type FieldIssue = { readonly field: string; readonly message: string }
