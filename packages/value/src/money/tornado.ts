import type { Draws } from './draws.ts'
import { rounded } from './draws.ts'
import type { Input, PlannedPart, Swing } from './value.ts'

/** Moves one unknown at a time from its 10th to its 90th percentile, all others at their medians; widest first. */
export const tornado = (parts: readonly PlannedPart[], draws: Draws): Swing[] =>
  (['one-time', 'recurring'] as const)
    .flatMap((stream) => {
      const own = parts.filter((part) => part.stream === stream)
      const names = new Set(own.flatMap(({ inputs }) => inputs.filter(isUncertain).map(({ name }) => name)))
      return [...names].map((input) => {
        const { p10, p90 } = rounded({
          p10: valueWith(own, draws, input, 'p10'),
          p50: 0,
          p90: valueWith(own, draws, input, 'p90'),
        })
        return { input, stream, low: Math.min(p10, p90), high: Math.max(p10, p90) }
      })
    })
    .sort((a, b) => b.high - b.low - (a.high - a.low))

const isUncertain = ({ distribution }: Input): boolean => distribution.kind !== 'fixed'

const valueWith = (parts: readonly PlannedPart[], draws: Draws, moved: string, to: 'p10' | 'p90'): number =>
  parts.reduce(
    (sum, { sign, inputs }) =>
      sum +
      sign *
        inputs.reduce((product, input) => product * draws.percentilesOf(input)[input.name === moved ? to : 'p50'], 1),
    0,
  )
