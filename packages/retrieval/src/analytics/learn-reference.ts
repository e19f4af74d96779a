import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { drawRows, type Units, unitsOf } from './draw-rows.ts'
import { type DriftValues, learnProjections, type Projections, project, projectedDrift } from './drift-measures.ts'
import { kernelMatrix, kernelSplitter, meanDiscrepancy, medianDistance, sumOf } from './mean-discrepancy.ts'
import { splitSorter } from './split-sorted.ts'
import { allRows, requireShape, surveyRows, unitRows } from './survey.ts'

/** Vectors of one period. */
export type DriftWindow = {
  readonly vectors: DenseMatrix
  /** The document of each row. Chunks of a document are alike: without it, a few long documents look like drift. */
  readonly documents?: readonly string[]
}

/** A sample of the reference that can be compared with windows, and with parts of itself. */
export type LearntReference = {
  readonly windowRows: number
  /** The sample's rows by document. */
  readonly units: Units
  /** How far some of the sample's rows are from all its others. */
  readonly compareSplit: (inWindow: Uint32Array) => DriftValues
  /** How far unit rows from elsewhere are from as many of the sample's rows. */
  readonly compareWindow: (window: DenseMatrix) => DriftValues
}

/** The share of the reference that only serves to learn directions and bandwidth. */
const learningShare = 0.25

/** A window is at most this share of the other rows, so that splits differ from each other. */
const windowShare = 0.25

/** Below this, ten bins say nothing. */
const leastWindowRows = 50

/** The fewest usable rows that can be learnt from. */
export const leastReferenceRows = Math.ceil(leastWindowRows / windowShare / (1 - learningShare))

export type ReferenceSizes = { readonly referenceRows: number; readonly windowRows: number; readonly seed: number }

/** @throws RangeError when the reference has too few usable rows. */
export const learnReference = (
  reference: DriftWindow,
  { referenceRows, windowRows: wantedRows, seed }: ReferenceSizes,
  random: () => number,
): LearntReference => {
  const drawn = drawUsable(reference, referenceRows, random)
  if (drawn.length < leastReferenceRows) throw new RangeError('The reference has too few vectors to learn from')
  const learning = Math.floor(drawn.length * learningShare)
  const kept = drawn.subarray(learning)
  const windowRows = Math.max(leastWindowRows, Math.min(wantedRows, Math.floor(kept.length * windowShare)))
  const learnt = unitRows(reference.vectors, drawn.subarray(0, learning))
  const labels = reference.documents && Array.from(kept, (row) => reference.documents?.[row] ?? '')
  const sample = unitRows(reference.vectors, kept)
  return {
    windowRows,
    units: unitsOf(allRows(sample), labels),
    // Where more than half of the rows are the same, the median tells nothing; any scale does.
    ...comparisons(sample, windowRows, learnProjections(learnt, seed), medianDistance(learnt) || 1),
  }
}

const comparisons = (
  sample: DenseMatrix,
  windowRows: number,
  { directions, edges }: Projections,
  bandwidth: number,
): Pick<LearntReference, 'compareSplit' | 'compareWindow'> => {
  const baseRows = sample.rows - windowRows
  const sortSplit = splitSorter(project(sample, directions))
  const addSplit = kernelSplitter(kernelMatrix(sample, sample, bandwidth), sample.rows)
  // As many rows as in a split, since all three measures depend on how many are compared.
  const base = { ...sample, rows: baseRows, values: sample.values.subarray(0, baseRows * sample.columns) }
  const leftOut = allRows(sample).subarray(baseRows)
  const [baseAlong] = sortSplit(leftOut)
  const { withinA } = addSplit(leftOut)
  return {
    compareSplit: (inWindow) => {
      const [rest, chosen] = sortSplit(inWindow)
      return {
        ...projectedDrift(rest, chosen, edges),
        mmd: meanDiscrepancy(addSplit(inWindow), baseRows, windowRows),
      }
    },
    compareWindow: (window) => {
      const along = project(window, directions).map((values) => values.sort())
      const withinB = sumOf(kernelMatrix(window, window, bandwidth)) - window.rows
      const between = sumOf(kernelMatrix(base, window, bandwidth))
      return {
        ...projectedDrift(baseAlong, along, edges),
        mmd: meanDiscrepancy({ withinA, withinB, between }, baseRows, windowRows),
      }
    },
  }
}

/** Usable rows, by whole documents in random order. @throws RangeError when sizes do not agree. */
export const drawUsable = ({ vectors, documents }: DriftWindow, size: number, random: () => number): Uint32Array => {
  requireShape(vectors)
  if (documents && documents.length !== vectors.rows) throw new RangeError('Each row needs a document')
  return drawRows(unitsOf(surveyRows(vectors, allRows(vectors)).usable, documents), size, random)
}
