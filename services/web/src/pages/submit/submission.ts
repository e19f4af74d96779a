/** What may stand beside kind and payload, as the form holds it. */
export type SubmissionOptions = { priority: string; delaySeconds: string; idempotencyKey: string }

export const NO_OPTIONS: SubmissionOptions = { priority: '', delaySeconds: '', idempotencyKey: '' }

const SECOND_MS = 1_000

/** The body of POST /jobs; the idempotency key goes in a header. */
export function submissionOf(
  kind: string,
  payload: unknown,
  { priority, delaySeconds }: SubmissionOptions,
  replayOf: string | undefined,
): Record<string, unknown> {
  return {
    kind,
    payload,
    ...(priority ? { priority } : {}),
    ...(delaySeconds ? { delayMs: Math.round(Number(delaySeconds) * SECOND_MS) } : {}),
    ...(replayOf ? { replayOf } : {}),
  }
}

/** The fields that the form has a place for; what is said about others is shown above it. */
export const hasPlace = (field: string): boolean =>
  field.startsWith('payload.') || ['priority', 'delayMs', 'Idempotency-Key'].includes(field)

export type SubmitSearch = { kind?: string; from?: string }

export const readSubmitSearch = ({ kind, from }: Record<string, unknown>): SubmitSearch => ({
  ...(typeof kind === 'string' && kind ? { kind } : {}),
  ...(typeof from === 'string' && from ? { from } : {}),
})
