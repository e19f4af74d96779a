import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimited } from '@assay/contracts'
import { EmbeddingsRefused, EmbeddingsUnauthorised, EmbeddingsUnavailable } from './embedding-errors.ts'
import { type Embeddings, readEmbeddings } from './read-embeddings.ts'

export type AskOptions = {
  readonly key?: string | undefined
  readonly dimensions: number
  /** Of one attempt. */
  readonly timeoutMs: number
  readonly attempts?: number
  readonly signal?: AbortSignal | undefined
  /** Between attempts; tests give their own, so that waiting costs nothing. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>
}

type Body = { readonly model: string; readonly input: readonly string[] }

const ATTEMPTS = 5
const FIRST_WAIT_MS = 500
/** Longer waits are the job's, which is parked meanwhile. */
const LONGEST_WAIT_MS = 20_000

/** One that is worth another attempt, after as long as the server asks for. */
type Failure = { readonly reason: string; readonly afterMs: number | null }

/**
 * Asks for the vectors of some texts. Busy and broken servers are asked again, later each time and at random within that
 * time (full jitter), or when they say so.
 * @throws EmbeddingsRefused, EmbeddingsUnauthorised, EmbeddingsUnusable, EmbeddingsUnavailable, RateLimited.
 */
export const askForEmbeddings = async (address: string, body: Body, options: AskOptions): Promise<Embeddings> => {
  const { attempts = ATTEMPTS, signal, wait = (ms, until) => sleep(ms, undefined, { signal: until }) } = options
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await askOnce(address, body, options)
    if ('vectors' in outcome) return outcome
    if (outcome.afterMs !== null && outcome.afterMs > LONGEST_WAIT_MS)
      throw new RateLimited('The embeddings model', new Date(Date.now() + outcome.afterMs))
    if (attempt >= attempts) throw EmbeddingsUnavailable(outcome.reason)
    await wait(outcome.afterMs ?? Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt), signal)
  }
}

const askOnce = async (address: string, body: Body, options: AskOptions): Promise<Embeddings | Failure> => {
  const answer = await exchange(address, body, options)
  if ('reason' in answer) return answer
  const { status, headers, text } = answer
  if (status >= 200 && status < 300)
    return readEmbeddings(text, { texts: body.input.length, dimensions: options.dimensions })
  if (status === 401 || status === 403) throw EmbeddingsUnauthorised(status)
  if (status === 408 || status === 429 || status >= 500)
    return { reason: `it answers ${status}`, afterMs: readRetryAfter(headers.get('retry-after')) }
  throw EmbeddingsRefused(status, text.slice(0, SAID_AT_MOST))
}

const SAID_AT_MOST = 300

type Answer = { readonly status: number; readonly headers: Headers; readonly text: string }

/** What fetch throws may hold the headers, and with them the key: only that it failed goes on. */
const exchange = async (
  address: string,
  body: Body,
  { key, timeoutMs, signal }: AskOptions,
): Promise<Answer | Failure> => {
  signal?.throwIfAborted()
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      // To another place neither texts nor key may go.
      redirect: 'manual',
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch {
    if (signal?.aborted) throw signal.reason
    return { reason: timeout.aborted ? `no answer within ${timeoutMs} ms` : 'the connection failed', afterMs: null }
  }
}

/** Seconds or a date (RFC 9110, 10.2.3), in ms from now. */
const readRetryAfter = (value: string | null): number | null => {
  if (value === null) return null
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
