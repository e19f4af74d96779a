import type { RateBudget } from './rate-budget.ts'

const FIRST_MS = 60_000
const LONGEST_MS = 3_600_000

const strikes = new WeakMap<RateBudget, Map<string, number>>()

/**
 * How long to wait when GitHub refuses without saying so: a minute, and twice as long each time it happens again. It is
 * kept beside the budget, as the job that was parked opens its source anew.
 */
export const secondaryWaitMs = {
  next: (budget: RateBudget, account: string): number => {
    const counts = strikes.get(budget) ?? new Map<string, number>()
    strikes.set(budget, counts)
    const count = counts.get(account) ?? 0
    counts.set(account, count + 1)
    return Math.min(LONGEST_MS, FIRST_MS * 2 ** count)
  },
  forget: (budget: RateBudget, account: string): void => {
    strikes.get(budget)?.delete(account)
  },
}
