/** What a caller may do next. The worker host and the HTTP layer both read it. */
export type Retry = 'never' | 'later'

export type ErrorSpec = {
  /** Stable and public: clients switch on it. */
  readonly code: string
  /** HTTP status when the error reaches a client. */
  readonly status: number
  readonly retry: Retry
}

/** An expected failure. Anything else that is thrown is a bug. */
export class AssayError extends Error {
  readonly code: string
  readonly status: number
  readonly retry: Retry
  /** Extra members of the problem document, for example the field at fault. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    spec: ErrorSpec,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(message, options)
    this.name = 'AssayError'
    this.code = spec.code
    this.status = spec.status
    this.retry = spec.retry
    this.details = details
  }
}

export const isAssayError = (error: unknown): error is AssayError => error instanceof AssayError

/**
 * Declares one expected failure: its code, whether trying again can help, its HTTP status and its message.
 * The returned function makes the error; `details` become members of the problem document.
 */
export const defineError =
  <Args extends unknown[]>(
    code: string,
    spec: {
      retry: Retry
      status?: number
      message: (...args: Args) => string
      details?: (...args: Args) => Readonly<Record<string, unknown>>
    },
  ) =>
  (...args: Args): AssayError =>
    new AssayError(
      { code, retry: spec.retry, status: spec.status ?? 500 },
      spec.message(...args),
      spec.details?.(...args) ?? {},
    )
