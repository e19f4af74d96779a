import { hashOf, seededRandom } from './random.ts'

export type RequestKind = 'rest' | 'graphql' | 'git' | 'app'

const everywhere = ['rest', 'graphql', 'app', 'git'] as const
const api = ['rest', 'graphql', 'app'] as const
const graphql = ['graphql'] as const

/** Each way to go wrong, and where it can. */
const places = {
  /** 403 with Retry-After: the secondary limit. */
  'forbidden-secondary': api,
  /** 429 with Retry-After. */
  'too-many': everywhere,
  /** The hour's budget is gone: remaining 0 and the time of the reset, until that time. */
  'primary-exhausted': ['rest', 'graphql'],
  /** 502 with a page of HTML. */
  'bad-gateway': everywhere,
  unavailable: everywhere,
  'gateway-timeout': everywhere,
  /** Less than Content-Length says, then the socket is destroyed; on odd requests half a JSON text in valid HTTP. */
  'cut-body': everywhere,
  /** A page of HTML with status 200, as of a captive portal. */
  'html-200': everywhere,
  /** No answer until the client goes away. */
  hang: everywhere,
  /** Status 200 with `errors` and no data. */
  'errors-200': graphql,
  /** Status 200 with `errors` and some nodes null. */
  'partial-errors-200': graphql,
  /** Status 200 with an error of type RESOURCE_LIMITS_EXCEEDED. */
  'resource-limits': graphql,
  /** Status 200 with nothing but a message that there was not enough time. */
  'timeout-200': ['rest', 'graphql'],
  /** The socket is destroyed before the answer. */
  reset: everywhere,
} as const satisfies Record<string, readonly RequestKind[]>

export type FaultName = keyof typeof places

export const faultNames = Object.keys(places) as readonly FaultName[]

export type FaultRequest = {
  readonly kind: RequestKind
  /** Counts all requests from 0. */
  readonly index: number
  /** Rows asked for: the largest outermost connection, or `per_page`; null where there are no pages. */
  readonly pageSize: number | null
}

/** What goes wrong with a request; null for nothing. A fault that its kind cannot have is left out. */
export type FaultPlan = (request: FaultRequest) => FaultName | null

/** Pages up to this size never exceed GitHub's resource limits in a seeded plan. */
const alwaysAffordablePageSize = 10

export const isPossible = (fault: FaultName, kind: RequestKind): boolean =>
  (places[fault] as readonly RequestKind[]).includes(kind)

/**
 * Faults drawn for each request by seed and index, so that the same requests meet the same faults.
 * At most `atMost` (20) in all at a `rate` (0.2), so whoever tries again gets there; call it anew for a new run.
 */
export const seededFaults = (
  seed: number,
  options: { rate?: number; only?: readonly FaultName[]; atMost?: number } = {},
): FaultPlan => {
  const { rate = 0.2, only = faultNames, atMost = 20 } = options
  let left = atMost
  return ({ kind, index, pageSize }) => {
    const random = seededRandom(hashOf(`${seed}:${index}`))
    if (left === 0 || random() >= rate) return null
    const candidates = only.filter(
      (fault) => isPossible(fault, kind) && (fault !== 'resource-limits' || (pageSize ?? 0) > alwaysAffordablePageSize),
    )
    const fault = candidates[Math.floor(random() * candidates.length)]
    if (fault === undefined) return null
    left -= 1
    return fault
  }
}
