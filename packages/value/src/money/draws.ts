import type { Distribution } from './distribution.ts'
import { randomFrom } from './random.ts'
import { sample } from './sample.ts'
import type { Input, Quantiles } from './value.ts'

/** How often all unknowns are drawn. */
const DRAWS = 10_000

/** One for all contexts: what two of them give differs by what they declare, and not by luck. */
export const SEED = 'assay'

/**
 * One draw after another of every unknown, side by side. An input's numbers depend on the seed and its name alone: two
 * pull requests that share an assumption share its draws, and stay as uncertain together as they are alone.
 */
export type Draws = {
  readonly seed: string
  /** The product of the inputs, draw by draw; the caller's own to change. */
  readonly productOf: (inputs: readonly Input[]) => Float64Array
  readonly percentilesOf: (input: Input) => Quantiles
}

export const createDraws = (seed: string, count: number = DRAWS): Draws => {
  const columns = new Map<string, Float64Array>()
  const quantiles = new Map<string, Quantiles>()
  const cached = <T>(cache: Map<string, T>, key: string, make: () => T): T => {
    const held = cache.get(key)
    if (held !== undefined) return held
    const made = make()
    cache.set(key, made)
    return made
  }
  const drawn = (name: string, distribution: Distribution) =>
    cached(columns, keyOf(name, distribution), () => sample(distribution, randomFrom(`${seed}\n${name}`), count))
  const columnOf = ({ name, distribution, atMost }: Input): Float64Array => {
    const own = drawn(name, distribution)
    if (atMost === undefined) return own
    const cap = columnOf(atMost)
    return own.map((value, at) => Math.min(value, cap[at] ?? value))
  }
  return {
    seed,
    productOf: (inputs) => {
      const product = new Float64Array(count).fill(1)
      for (const input of inputs) multiply(product, input, columnOf)
      return product
    },
    percentilesOf: (input) => {
      const { name, distribution, atMost } = input
      const key = keyOf(name, distribution) + (atMost ? keyOf(atMost.name, atMost.distribution) : '')
      return cached(quantiles, key, () => quantilesOf(columnOf(input)))
    },
  }
}

const keyOf = (name: string, distribution: Distribution): string => `${name}\n${JSON.stringify(distribution)}\n`

const multiply = (product: Float64Array, input: Input, columnOf: (input: Input) => Float64Array): void => {
  const { distribution, atMost } = input
  if (distribution.kind === 'fixed' && atMost === undefined) {
    for (let at = 0; at < product.length; at += 1) product[at] = (product[at] ?? 0) * distribution.value
    return
  }
  const column = columnOf(input)
  for (let at = 0; at < product.length; at += 1) product[at] = (product[at] ?? 0) * (column[at] ?? 0)
}

/** The 10th, 50th and 90th percentile, the nearest two draws in proportion (type 7 of Hyndman and Fan, 1996). */
export const quantilesOf = (values: Float64Array): Quantiles => {
  const sorted = values.toSorted()
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const below = sorted[Math.floor(place)] ?? 0
    return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? below) - below)
  }
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/** Four digits are more than any of the figures deserves, and the same on every machine. */
export const rounded = ({ p10, p50, p90 }: Quantiles): Quantiles => {
  const round = (value: number): number => Number(value.toPrecision(4)) + 0
  return { p10: round(p10), p50: round(p50), p90: round(p90) }
}

export const scaled = ({ p10, p50, p90 }: Quantiles, by: number): Quantiles => ({
  p10: p10 * by,
  p50: p50 * by,
  p90: p90 * by,
})

export const add = (sum: Float64Array, values: Float64Array, times: number): void => {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + times * (values[at] ?? 0)
}
