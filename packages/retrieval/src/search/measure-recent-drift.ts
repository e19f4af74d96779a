import { type DriftAlarm, driftAlarm } from '../analytics/drift-alarm.ts'
import { createDriftDetector, type DriftReading } from '../analytics/drift-detector.ts'
import type { DriftWindow } from '../analytics/learn-reference.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import type { Passage } from './passage.ts'

/** Whether the newest passages lie where earlier ones do; one window behind the other, the newest last. */
export type RecentDrift = {
  readonly alarm: DriftAlarm
  readonly windows: readonly (DriftReading & { readonly from: string; readonly to: string })[]
}

const WINDOWS = 3
const WINDOW_ROWS = 375
/** What the three newest windows are compared with. */
const LEAST_REFERENCE = 2_000

/** Compares the newest passages, in three windows, with all before them. Null where there are too few for that. */
export const measureRecentDrift = (
  passages: readonly Passage[],
  vectors: DenseMatrix,
  rowOf: (id: string) => number,
): RecentDrift | null => {
  if (passages.length < LEAST_REFERENCE + WINDOWS * WINDOW_ROWS) return null
  const inOrder = passages.toSorted((a, b) => a.facets.at - b.facets.at || (a.id < b.id ? -1 : 1))
  const recent = inOrder.length - WINDOWS * WINDOW_ROWS
  const windowOf = (some: readonly Passage[]): DriftWindow => ({
    vectors: rowsOf(
      vectors,
      some.map(({ id }) => rowOf(id)),
    ),
    documents: some.map(({ sourceId }) => sourceId),
  })
  const detector = createDriftDetector(windowOf(inOrder.slice(0, recent)), {
    referenceRows: LEAST_REFERENCE,
    windowRows: WINDOW_ROWS,
  })
  const windows = Array.from({ length: WINDOWS }, (_, at) => {
    const some = inOrder.slice(recent + at * WINDOW_ROWS, recent + (at + 1) * WINDOW_ROWS)
    return { ...detector.measure(windowOf(some)), from: momentOf(some[0]), to: momentOf(some.at(-1)) }
  })
  return { alarm: driftAlarm(windows), windows }
}

const rowsOf = ({ columns, values }: DenseMatrix, rows: readonly number[]): DenseMatrix => {
  const copied = new Float32Array(rows.length * columns)
  for (const [at, row] of rows.entries()) copied.set(values.subarray(row * columns, (row + 1) * columns), at * columns)
  return { rows: rows.length, columns, values: copied }
}

const momentOf = (passage: Passage | undefined): string => new Date(passage?.facets.at ?? 0).toISOString()
