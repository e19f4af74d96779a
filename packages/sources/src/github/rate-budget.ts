import { RateLimited } from '@assay/contracts'
import { type Clock, systemClock } from './clock.ts'

export type Resource = 'graphql' | 'rest'

/**
 * What one account may still ask of GitHub. It is shared by everybody who asks with that account, so that nobody spends
 * what another was told to save.
 */
export type RateBudget = {
  /**
   * Waits for a free place and gives the function that frees it.
   * @throws RateLimited when the resource is closed until later.
   */
  take(account: string, resource: Resource, points: number, signal?: AbortSignal): Promise<() => Promise<void>>
  /** What an answer's headers said. */
  observe(account: string, resource: Resource, seen: { remaining: number; resetAt: Date }): Promise<void>
  /** Nobody asks again before then. */
  closeUntil(account: string, resource: Resource | 'all', until: Date): Promise<void>
}

/** GitHub allows 100 requests at once; other programs of the same account need some of them too. */
export const requestsAtOnce = 90
/** GitHub's secondary limits, in points. */
export const pointsPerMinute: Readonly<Record<Resource, number>> = { graphql: 2_000, rest: 900 }

const MINUTE_MS = 60_000
/** How long a request waits before it looks for a free place again. */
const LOOK_AGAIN_MS = 50

type Window = {
  spent: { at: number; points: number }[]
  closedUntil: number
  /** What GitHub said is left in this hour, less what was taken since. */
  left: { points: number; resetAt: number } | null
}

/** A budget for one process. */
export const createMemoryRateBudget = (options: Partial<Clock> = {}): RateBudget => {
  const { now, wait } = { ...systemClock, ...options }
  const accounts = new Map<string, { running: number; windows: Record<Resource, Window> }>()
  const accountOf = (name: string) => {
    const known = accounts.get(name)
    if (known) return known
    const account = { running: 0, windows: { graphql: newWindow(), rest: newWindow() } }
    accounts.set(name, account)
    return account
  }

  return {
    async take(name, resource, points, signal) {
      const account = accountOf(name)
      const window = account.windows[resource]
      for (;;) {
        signal?.throwIfAborted()
        const openAt = opensAt(window, points, now())
        if (openAt > now()) throw new RateLimited('GitHub', new Date(openAt))
        const freeInMs =
          account.running < requestsAtOnce ? placeFreeInMs(window, resource, points, now()) : LOOK_AGAIN_MS
        if (freeInMs <= 0) break
        await wait(freeInMs, signal)
      }
      account.running += 1
      window.spent.push({ at: now(), points })
      if (window.left) window.left.points -= points
      let isFreed = false
      return async () => {
        if (!isFreed) account.running -= 1
        isFreed = true
      }
    },

    async observe(name, resource, { remaining, resetAt }) {
      const window = accountOf(name).windows[resource]
      const isSameHour = window.left !== null && resetAt.getTime() <= window.left.resetAt
      // Answers overtake each other: within one hour only the lowest figure is the newest.
      const points = isSameHour && window.left ? Math.min(window.left.points, remaining) : remaining
      window.left = { points, resetAt: resetAt.getTime() }
    },

    async closeUntil(name, resource, until) {
      const { windows } = accountOf(name)
      for (const window of resource === 'all' ? [windows.graphql, windows.rest] : [windows[resource]]) {
        window.closedUntil = Math.max(window.closedUntil, until.getTime())
      }
    },
  }
}

const newWindow = (): Window => ({ spent: [], closedUntil: 0, left: null })

const opensAt = (window: Window, points: number, now: number): number => {
  if (window.left && window.left.resetAt <= now) window.left = null
  const refilledAt = window.left && window.left.points < points ? window.left.resetAt : 0
  return Math.max(window.closedUntil, refilledAt)
}

/** 0 when the points fit into this minute. A request dearer than a whole minute's points goes into an empty one. */
const placeFreeInMs = (window: Window, resource: Resource, points: number, now: number): number => {
  window.spent = window.spent.filter(({ at }) => at > now - MINUTE_MS)
  const spent = window.spent.reduce((sum, entry) => sum + entry.points, 0)
  const oldest = window.spent[0]
  if (!oldest || spent + points <= pointsPerMinute[resource]) return 0
  return Math.max(1, oldest.at + MINUTE_MS - now)
}
