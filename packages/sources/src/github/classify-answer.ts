import { z } from 'zod'
import type { Resource } from './rate-budget.ts'

/** What came back over the wire, before anything is made of it. */
export type RawAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network'; readonly reason: string }

/** All that an answer can mean. */
export type Verdict =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'unchanged' }
  /** `until` is null when GitHub does not say how long to wait. */
  | { readonly kind: 'limited'; readonly until: Date | null; readonly resource: Resource | 'all' }
  /** Asking for less may help. */
  | { readonly kind: 'too-big'; readonly reason: string; readonly permission?: true }
  /** Asking again may help. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'cursor-refused' }
  | { readonly kind: 'not-found'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'forbidden'; readonly reason: string }

const limitWords = /rate limit|abuse detection|submitted too quickly/i
const tooSlowWords = /respond to your request in time|result of a timeout|timed? ?out|query execution timeout/i

export const classifyAnswer = (answer: RawAnswer, resource: Resource, now: number): Verdict => {
  if (answer.kind === 'network') return { kind: 'broken', reason: answer.reason }
  if (answer.kind === 'timeout') return tooSlow(resource, 'it did not answer in time')
  const { status, headers, body } = answer
  if (status === 304) return { kind: 'unchanged' }
  if (status === 401) return { kind: 'unauthorised' }
  if (status === 403 || status === 429) return refused(answer, resource, now)
  if (status === 404) return { kind: 'not-found', path: [] }
  if (status === 502 || status === 504) return tooSlow(resource, `HTTP ${status}`)
  if (status !== 200 && status !== 201) {
    const isTooSlow = status >= 500 && tooSlowWords.test(body)
    return isTooSlow ? tooSlow(resource, `HTTP ${status}`) : { kind: 'broken', reason: `HTTP ${status}` }
  }
  const type = headers.get('content-type') ?? 'nothing'
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    return { kind: 'broken', reason: `it sent ${type.slice(0, 40)} instead of JSON` }
  }
  const parsed = parseJson(body)
  if (parsed === undefined) return { kind: 'broken', reason: 'its JSON is cut off or not valid' }
  return resource === 'graphql' ? classifyGraphql(parsed, headers, now) : { kind: 'ok', body: parsed }
}

/** A timeout on GitHub's side is told in several ways; only a query can be made smaller. */
const tooSlow = (resource: Resource, reason: string): Verdict => ({
  kind: resource === 'graphql' ? 'too-big' : 'broken',
  reason,
})

const refused = (
  { status, headers, body }: RawAnswer & { kind: 'answer' },
  resource: Resource,
  now: number,
): Verdict => {
  const until = waitUntil(headers, now)
  if (until) return { kind: 'limited', until: until.until, resource: until.isPrimary ? resource : 'all' }
  if (/maximum number of login attempts/i.test(body)) return { kind: 'unauthorised' }
  if (status === 429 || limitWords.test(body)) return { kind: 'limited', until: null, resource: 'all' }
  const single = headers.has('x-github-sso') || /SAML/i.test(body)
  return { kind: 'forbidden', reason: single ? 'its organization asks for single sign-on' : 'it lacks permission' }
}

/** What the headers say: `Retry-After` in seconds or as a date, else the reset of an hour that is used up. */
const waitUntil = (headers: Headers, now: number): { until: Date; isPrimary: boolean } | null => {
  const after = headers.get('retry-after')
  if (after !== null) {
    const at = /^\d+$/.test(after) ? now + Number(after) * 1_000 : Date.parse(after)
    if (Number.isFinite(at)) return { until: new Date(Math.max(at, now)), isPrimary: false }
  }
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN)
  if (headers.get('x-ratelimit-remaining') !== '0' || !Number.isFinite(reset)) return null
  // A clock that runs ahead of GitHub's must not turn the wait into none.
  return { until: new Date(Math.max(reset * 1_000, now + 1_000)), isPrimary: true }
}

const graphqlBody = z.object({
  data: z.unknown().optional(),
  /** In place of everything else, when GitHub ran out of time. */
  message: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        type: z.string().optional().catch(undefined),
        message: z.string().catch(''),
        path: z
          .array(z.union([z.string(), z.number()]))
          .optional()
          .catch(undefined),
      }),
    )
    .optional(),
})

type GraphqlError = NonNullable<z.infer<typeof graphqlBody>['errors']>[number]

/** An answer with errors is never data, whatever else it holds: half a list looks like a short one. */
const classifyGraphql = (parsed: unknown, headers: Headers, now: number): Verdict => {
  const body = graphqlBody.safeParse(parsed)
  if (!body.success) return { kind: 'broken', reason: 'it is not a GraphQL answer' }
  const { data, message, errors = message === undefined ? undefined : [{ message }] } = body.data
  if (errors && errors.length > 0) return classifyErrors(errors, headers, now)
  if (errors || typeof data !== 'object' || data === null) return { kind: 'broken', reason: 'it holds no data' }
  return { kind: 'ok', body: data }
}

const classifyErrors = (errors: readonly GraphqlError[], headers: Headers, now: number): Verdict => {
  const ofType = (...types: string[]) => errors.find(({ type }) => type !== undefined && types.includes(type))
  const saying = (words: RegExp) => errors.find(({ message }) => words.test(message))
  const [first] = errors

  const until = waitUntil(headers, now)
  if (ofType('RATE_LIMITED', 'RATE_LIMIT', 'graphql_rate_limit')) {
    return { kind: 'limited', until: until?.until ?? null, resource: 'graphql' }
  }
  if (saying(limitWords)) return { kind: 'limited', until: until?.until ?? null, resource: 'all' }
  if (ofType('RESOURCE_LIMITS_EXCEEDED', 'MAX_NODE_LIMIT_EXCEEDED') || saying(tooSlowWords)) {
    return { kind: 'too-big', reason: 'the query is over its resource limits' }
  }
  if (ofType('INVALID_CURSOR_ARGUMENTS') || saying(/valid cursor/i)) return { kind: 'cursor-refused' }

  const missing = ofType('NOT_FOUND')
  if (missing?.path && missing.path.length <= 2) return { kind: 'not-found', path: missing.path }
  const forbidden = ofType('FORBIDDEN', 'INSUFFICIENT_SCOPES')
  // Something inside the page that this token may not see must not hide the rest of it.
  const inside = errors.find(({ path }) => path !== undefined && path.length > 2)
  if (inside) {
    const reason = inside.type ?? 'a part of it failed'
    return { kind: 'too-big', reason, ...(forbidden ? { permission: true as const } : {}) }
  }
  if (forbidden) return { kind: 'forbidden', reason: forbiddenReason(forbidden) }
  return { kind: 'broken', reason: `it reports ${first?.type ?? 'an error'} in place of data` }
}

const forbiddenReason = ({ message }: GraphqlError) =>
  /SAML/i.test(message) ? 'its organization asks for single sign-on' : 'it lacks permission'

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
