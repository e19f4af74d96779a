/** Successes in a row before a page grows again. */
const GROWS_AFTER = 3

export type PageSize = {
  current(): number
  succeeded(): void
  /** @returns false when a page cannot be smaller. */
  shrink(): boolean
}

/** Halves when GitHub finds a page too big and grows back by a half of itself after some that were not. */
export const createPageSize = (largest: number): PageSize => {
  let size = largest
  let successes = 0
  return {
    current: () => size,
    succeeded: () => {
      successes += 1
      if (successes < GROWS_AFTER) return
      successes = 0
      size = Math.min(largest, size + Math.ceil(size / 2))
    },
    shrink: () => {
      successes = 0
      if (size === 1) return false
      size = Math.floor(size / 2)
      return true
    },
  }
}
