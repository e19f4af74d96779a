import { RateLimited } from '@assay/contracts'
import { Octokit } from '@octokit/core'
import { classifyAnswer, type RawAnswer, type Verdict } from './classify-answer.ts'
import type { Clock } from './clock.ts'
import { exchange } from './exchange.ts'
import type { RateBudget, Resource } from './rate-budget.ts'
import { secondaryWaitMs } from './secondary-wait.ts'

export type BudgetedRequestsOptions = {
  readonly apiUrl: string
  readonly budget: RateBudget
  readonly clock: Clock
  readonly requestTimeoutMs: number
  readonly signal: AbortSignal
  readonly userAgent: string
}

type Asking = {
  readonly resource: Resource
  readonly points: number
  readonly route: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly etag?: string | null
  readonly token: string | undefined
}

export type BudgetedRequests = {
  /** One request, when the budget has room for it. @throws RateLimited */
  ask(asking: Asking): Promise<{ readonly verdict: Verdict; readonly headers: Headers }>
  /** Nobody of this account asks again for as long as GitHub wants. @throws RateLimited */
  park(limited: Pick<Extract<Verdict, { kind: 'limited' }>, 'until' | 'resource'>): Promise<never>
  /** A random part of up to two seconds, longer with each try, so that workers do not come back all at once. */
  pause(attempt: number): Promise<void>
}

const PAUSE_MAX_MS = 2_000

/** Requests that keep to the budget of their account, and tell it what the answers say of it. */
export const createBudgetedRequests = (options: BudgetedRequestsOptions, account: string): BudgetedRequests => {
  const { budget, clock, signal } = options
  // Octokit makes the requests; the answers are read here, as it takes a body that is cut off for text.
  const { request } = new Octokit({ baseUrl: options.apiUrl, userAgent: options.userAgent })

  const park: BudgetedRequests['park'] = async ({ until, resource }) => {
    const resetAt = until ?? new Date(clock.now() + secondaryWaitMs.next(budget, account))
    await budget.closeUntil(account, resource, resetAt)
    throw new RateLimited('GitHub', resetAt)
  }

  const observe = async (answer: RawAnswer, resource: Resource) => {
    if (answer.kind !== 'answer') return
    const remaining = numberIn(answer.headers, 'x-ratelimit-remaining')
    const reset = numberIn(answer.headers, 'x-ratelimit-reset')
    if (remaining === null || reset === null) return
    await budget.observe(account, resource, { remaining, resetAt: new Date(reset * 1_000) })
  }

  return {
    park,
    pause: (attempt) => clock.wait(Math.random() * Math.min(PAUSE_MAX_MS, 250 * 2 ** attempt), signal),

    async ask({ resource, points, route, body, etag, token }) {
      const headers = { ...(token && { authorization: `bearer ${token}` }), ...(etag && { 'if-none-match': etag }) }
      const release = await budget.take(account, resource, points, signal)
      try {
        const answer = await exchange(request.endpoint(route, { ...body, headers }), options)
        await observe(answer, resource)
        const verdict = classifyAnswer(answer, resource, clock.now())
        if (verdict.kind === 'limited') await park(verdict)
        if (verdict.kind === 'ok') secondaryWaitMs.forget(budget, account)
        return { verdict, headers: answer.kind === 'answer' ? answer.headers : new Headers() }
      } finally {
        await release()
      }
    },
  }
}

const numberIn = (headers: Headers, name: string): number | null => {
  const value = headers.get(name)
  return value !== null && /^\d+$/.test(value) ? Number(value) : null
}
