import { type Answer, primaryLimitAnswer, secondaryLimitAnswer } from './answer.ts'
import type { Caller } from './callers.ts'
import type { Limits } from './types.ts'

export type Resource = 'core' | 'graphql'

export type BudgetState = { limit: number; used: number; remaining: number; resetAtSeconds: number }

type Window = { used: number; endsAt: number }
/** No requests until then. `forgiven` may still come: they were on their way when the refusal left. */
type Closure = { until: number; why: string; forgiven: number; forgivenBefore: number; primary: boolean }

/** A client's timer may be this much early; a client's request may cross a refusal for so long. */
const timerToleranceMs = 20
const crossingMs = 100
const hourMs = 3_600_000
const minuteMs = 60_000

export type Budget = ReturnType<typeof createBudget>

/**
 * GitHub's two limits, for each caller and resource apart: points in an hour (primary) and in a minute (secondary).
 * Windows begin with their first request and end on a whole second, as `x-ratelimit-reset` is in seconds.
 */
export const createBudget = (limits: Limits, now: () => number, report: (violation: string) => void) => {
  const hours = new Map<string, Window>()
  const minutes = new Map<string, Window>()
  const closures = new Map<string, Closure>()

  const windowOf = (windows: Map<string, Window>, key: string, lengthMs: number): Window => {
    const current = windows.get(key)
    if (current !== undefined && now() < current.endsAt) return current
    const fresh = { used: 0, endsAt: Math.ceil((now() + lengthMs) / 1_000) * 1_000 }
    windows.set(key, fresh)
    return fresh
  }
  const keyOf = (caller: Caller, resource: Resource): string => `${caller.key} ${resource}`
  const perHour = (caller: Caller, resource: Resource): number => {
    if (resource === 'graphql') return limits.graphqlPointsPerHour
    return caller.authenticated ? limits.restPerHour : limits.anonymousRestPerHour
  }

  const state = (caller: Caller, resource: Resource): BudgetState => {
    const limit = perHour(caller, resource)
    const window = windowOf(hours, keyOf(caller, resource), hourMs)
    const used = Math.min(window.used, limit)
    return { limit, used, remaining: limit - used, resetAtSeconds: window.endsAt / 1_000 }
  }

  const closed = (caller: Caller, resource: Resource): { answer: Answer; mayCross: boolean } | null => {
    const key = keyOf(caller, resource)
    const closure = closures.get(key)
    if (closure === undefined) return null
    if (now() >= closure.until - timerToleranceMs) {
      closures.delete(key)
      return null
    }
    const mayCross = closure.forgiven > 0 && performance.now() < closure.forgivenBefore
    if (mayCross) closure.forgiven -= 1
    else report(`a request for ${resource} ${Math.ceil(closure.until - now())} ms before the end of ${closure.why}`)
    const waitSeconds = Math.max(1, Math.ceil((closure.until - now()) / 1_000))
    return {
      answer: closure.primary ? primaryLimitAnswer(resource, caller.id) : secondaryLimitAnswer(403, waitSeconds),
      mayCross,
    }
  }

  const close = (
    caller: Caller,
    resource: Resource,
    closure: Pick<Closure, 'until' | 'why' | 'primary'>,
    inFlight: number,
  ) =>
    closures.set(keyOf(caller, resource), {
      ...closure,
      forgiven: inFlight,
      forgivenBefore: performance.now() + crossingMs,
    })

  return {
    state,

    /** Refuses for a while by the secondary limit. @param inFlight - other requests under way right now. */
    refuse: (caller: Caller, resource: Resource, status: 403 | 429, seconds: number, inFlight: number): Answer => {
      close(caller, resource, { until: now() + seconds * 1_000, why: 'Retry-After', primary: false }, inFlight)
      return secondaryLimitAnswer(status, seconds)
    },

    /** Uses up the hour. */
    exhaust: (caller: Caller, resource: Resource, status: 403 | 429, inFlight: number): Answer => {
      const window = windowOf(hours, keyOf(caller, resource), hourMs)
      window.used = Math.max(window.used, perHour(caller, resource))
      close(caller, resource, { until: window.endsAt, why: 'the rate limit window', primary: true }, inFlight)
      return primaryLimitAnswer(resource, caller.id, status)
    },

    /**
     * What to answer instead of doing what was asked; null to go on.
     * docs.github.com, "Calculating points for the secondary rate limit": a read is 1 point, a write 5.
     */
    admit(caller: Caller, resource: Resource, request: { secondaryPoints: number; free: boolean; inFlight: number }) {
      const shut = closures.get(keyOf(caller, resource))
      if (!(request.free && shut?.primary === true)) {
        const refusal = closed(caller, resource)
        if (refusal !== null) return refusal.answer
      }
      const minute = windowOf(minutes, keyOf(caller, resource), minuteMs)
      const perMinute = resource === 'graphql' ? limits.graphqlPointsPerMinute : limits.restPointsPerMinute
      if (minute.used + request.secondaryPoints > perMinute) {
        const seconds = Math.max(1, Math.ceil((minute.endsAt - now()) / 1_000))
        return this.refuse(caller, resource, 403, seconds, request.inFlight)
      }
      minute.used += request.secondaryPoints
      if (!request.free && state(caller, resource).remaining === 0) {
        return this.exhaust(caller, resource, 403, request.inFlight)
      }
      return null
    },

    charge: (caller: Caller, resource: Resource, points: number): void => {
      windowOf(hours, keyOf(caller, resource), hourMs).used += points
    },
  }
}
