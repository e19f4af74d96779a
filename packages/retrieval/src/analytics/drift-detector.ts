import { seededRandom } from '../lsa/seeded-random.ts'
import { drawRows } from './draw-rows.ts'
import { type DriftMeasure, type DriftValues, driftMeasures } from './drift-measures.ts'
import { type DriftWindow, drawUsable, type LearntReference, learnReference } from './learn-reference.ts'
import { unitRows } from './survey.ts'

export type DriftOptions = {
  readonly seed?: number
  /** Rows of the reference that are used, at most. */
  readonly referenceRows?: number
  /** Rows of a window that are used: 50 to 3 / 16 of the reference's. A window with fewer cannot be judged. */
  readonly windowRows?: number
  /** How often a window without drift may be above any of the thresholds. */
  readonly falseAlarmRate?: number
  /** Splits of the reference against itself: at least 3 / falseAlarmRate. */
  readonly splits?: number
}

export type MeasuredDrift = {
  readonly value: number
  readonly threshold: number
  /** The median over splits of the reference: what no drift looks like. */
  readonly usual: number
  /** The share of splits that are as far, the window counted among them. */
  readonly chance: number
  readonly isAbove: boolean
}

export type DriftReading =
  | { readonly state: 'too-small'; readonly rows: number; readonly needed: number }
  | {
      readonly state: 'measured'
      readonly rows: number
      readonly measures: Readonly<Record<DriftMeasure, MeasuredDrift>>
      readonly isAbove: boolean
    }

export type DriftDetector = {
  readonly windowRows: number
  readonly falseAlarmRate: number
  readonly thresholds: DriftValues
  /** @throws RangeError when sizes do not agree. */
  readonly measure: (current: DriftWindow) => DriftReading
}

/**
 * Learns from a reference how far parts of it are from its rest, and judges windows by that: by PSI and KS along its
 * mean and its three strongest directions, and by MMD with a Gaussian kernel. Lengths of vectors do not count.
 *
 * A threshold is the quantile of split conformal prediction over the splits (Vovk, Gammerman & Shafer, Algorithmic
 * Learning in a Random World, 2005), the rate shared out among the three measures. Costs r² / 2 kernel values and
 * `splits` × w² / 2 additions once for r reference and w window rows, and r × w kernel values for each window, beside
 * one reading of all vectors. The same seed gives the same figures.
 * @throws RangeError when the reference is too small, or there are too few splits for the rate.
 */
export const createDriftDetector = (reference: DriftWindow, options: DriftOptions = {}): DriftDetector => {
  const { seed = 1, referenceRows = 2_000, windowRows = 500, falseAlarmRate = 0.01, splits = 999 } = options
  if (splits + 1 < driftMeasures.length / falseAlarmRate)
    throw new RangeError('Too few splits for the false alarm rate')
  const random = seededRandom(seed)
  const learnt = learnReference(reference, { referenceRows, windowRows, seed }, random)
  const usual = splitValues(learnt, splits, random)
  const rank = Math.ceil((splits + 1) * (1 - falseAlarmRate / driftMeasures.length))
  const thresholdOf = (measure: DriftMeasure) => usual[measure][rank - 1] ?? Number.POSITIVE_INFINITY
  const thresholds = byMeasure(thresholdOf)
  return {
    windowRows: learnt.windowRows,
    falseAlarmRate,
    thresholds,
    measure: (current) => {
      if (current.vectors.columns !== reference.vectors.columns)
        throw new RangeError('Both need vectors of as many columns')
      const rows = drawUsable(current, learnt.windowRows, seededRandom(seed))
      if (rows.length < learnt.windowRows) return { state: 'too-small', rows: rows.length, needed: learnt.windowRows }
      const values = learnt.compareWindow(unitRows(current.vectors, rows))
      const measures = byMeasure((measure) => judge(values[measure], thresholds[measure], usual[measure]))
      return {
        state: 'measured',
        rows: rows.length,
        measures,
        isAbove: driftMeasures.some((measure) => measures[measure].isAbove),
      }
    },
  }
}

/** One window against one reference. For several windows keep a detector, which learns once. */
export const measureDrift = (reference: DriftWindow, current: DriftWindow, options: DriftOptions = {}): DriftReading =>
  createDriftDetector(reference, options).measure(current)

const byMeasure = <T>(of: (measure: DriftMeasure) => T): Record<DriftMeasure, T> => ({
  psi: of('psi'),
  ks: of('ks'),
  mmd: of('mmd'),
})

/** What each measure gives over splits by document, sorted. */
const splitValues = (
  { units, windowRows, compareSplit }: LearntReference,
  splits: number,
  random: () => number,
): Record<DriftMeasure, Float64Array> => {
  const values = byMeasure(() => new Float64Array(splits))
  for (let split = 0; split < splits; split += 1) {
    const compared = compareSplit(drawRows(units, windowRows, random))
    for (const measure of driftMeasures) values[measure][split] = compared[measure]
  }
  return byMeasure((measure) => values[measure].sort())
}

const judge = (value: number, threshold: number, usual: Float64Array): MeasuredDrift => ({
  value,
  threshold,
  usual: usual[usual.length >> 1] ?? 0,
  chance: (1 + usual.filter((split) => split >= value).length) / (1 + usual.length),
  isAbove: value > threshold,
})
