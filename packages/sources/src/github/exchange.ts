import type { RawAnswer } from './classify-answer.ts'

export type HttpRequest = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/**
 * One request and its whole body within one time limit. Failures come back as values without their cause: what fetch
 * throws may hold the headers, and with them the token.
 */
export const exchange = async (
  request: HttpRequest,
  { signal, requestTimeoutMs }: { readonly signal: AbortSignal; readonly requestTimeoutMs: number },
): Promise<RawAnswer> => {
  signal.throwIfAborted()
  const timeout = AbortSignal.timeout(requestTimeoutMs)
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      // A redirect to another host must not be followed with a token.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    })
    return { kind: 'answer', status: response.status, headers: response.headers, body: await response.text() }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (timeout.aborted) return { kind: 'timeout' }
    return { kind: 'network', reason: networkReason(error) }
  }
}

const networkReason = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code'
  return `the connection failed (${code})`
}
