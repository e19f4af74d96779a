import type { Statement } from './statement.ts'
import { baseFactor } from './units.ts'

/** What rounding may hide. */
const TOLERANCE = 0.06

/**
 * Whether before, after and the stated change agree; null unless all three are given. A per cent may be the part that
 * went away, the gain on what was before, or the gain in speed; a factor is the ratio of the two either way.
 */
export const isConsistent = ({
  baseline,
  after,
  value,
  unit,
}: Pick<Statement, 'baseline' | 'after' | 'value' | 'unit'>) => {
  if (!baseline || !after || typeof value !== 'number') return null
  const before = baseline.value * baseFactor(baseline.unit)
  const then = after.value * baseFactor(after.unit)
  if (before <= 0 || then <= 0) return null
  const near = (stated: number) => Math.abs(stated - value) <= Math.max(TOLERANCE * Math.abs(stated), 0.6)
  if (unit === 'x') return near(before / then) || near(then / before)
  if (unit === '%') {
    return [1 - then / before, then / before - 1, before / then - 1].some((share) => near(100 * share))
  }
  return near(Math.abs(before - then) / baseFactor(unit))
}
