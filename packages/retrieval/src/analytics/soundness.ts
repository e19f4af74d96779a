import { type Distribution, describe } from './distribution.ts'
import type { Survey } from './survey.ts'

export type Soundness = {
  readonly nonFiniteRows: number
  readonly zeroRows: number
  /** Rows whose length is not 1, give or take `unitTolerance`. Not a fault where a model does not normalise. */
  readonly offUnitRows: number
  /** The first rows that cannot be searched, to look at. */
  readonly unusable: readonly number[]
  readonly norms: Distribution | null
}

/** Ten times what rounding to half precision does to a length. */
const unitTolerance = 5e-3

const shownRows = 10

export const soundnessOf = ({ norms, nonFinite, zero }: Survey): Soundness => ({
  nonFiniteRows: nonFinite.length,
  zeroRows: zero.length,
  offUnitRows: norms.reduce((count, norm) => count + (Math.abs(norm - 1) > unitTolerance ? 1 : 0), 0),
  unusable: [...nonFinite.subarray(0, shownRows), ...zero.subarray(0, shownRows)]
    .sort((a, b) => a - b)
    .slice(0, shownRows),
  norms: describe(norms),
})
