import { groupRows } from './draw-rows.ts'
import { createDriftDetector, type DriftDetector, type DriftOptions, type DriftReading } from './drift-detector.ts'
import { type DriftWindow, leastReferenceRows } from './learn-reference.ts'
import { allRows, requireShape, surveyRows } from './survey.ts'

/** A window whose rows have labels: document types, chunking strategies. */
export type GroupedDriftWindow = DriftWindow & { readonly groups: readonly string[] }

export type GroupDriftReading = {
  readonly group: string
  readonly reading: DriftReading | { readonly state: 'no-reference' }
}

export type GroupDriftDetector = {
  /** Every group of the reference and of the window, by name. The rate of false alarms is that of each group. */
  readonly measure: (current: GroupedDriftWindow) => readonly GroupDriftReading[]
}

/**
 * A detector for each group, so that drift is told where it is: a change in a small group is lost among all. Groups
 * with too few usable rows in the reference have nothing to be measured by, and are said to be so.
 * @throws RangeError when sizes do not agree.
 */
export const createGroupDriftDetector = (
  reference: GroupedDriftWindow,
  options: DriftOptions = {},
): GroupDriftDetector => {
  const detectors = new Map<string, DriftDetector>()
  for (const [group, window] of windowsByGroup(reference)) {
    if (window.vectors.rows >= leastReferenceRows) detectors.set(group, createDriftDetector(window, options))
  }
  return {
    measure: (current) => {
      const windows = windowsByGroup(current)
      return [...new Set([...windows.keys(), ...detectors.keys()])].sort().map((group) => {
        const detector = detectors.get(group)
        const window = windows.get(group)
        if (!detector) return { group, reading: { state: 'no-reference' } }
        if (!window) return { group, reading: { state: 'too-small', rows: 0, needed: detector.windowRows } }
        return { group, reading: detector.measure(window) }
      })
    },
  }
}

const windowsByGroup = ({ vectors, documents, groups }: GroupedDriftWindow): Map<string, DriftWindow> => {
  requireShape(vectors)
  if (groups.length !== vectors.rows) throw new RangeError('Each row needs a group')
  const windows = new Map<string, DriftWindow>()
  for (const [group, rows] of groupRows(surveyRows(vectors, allRows(vectors)).usable, groups)) {
    windows.set(group, {
      vectors: selectRows(vectors, rows),
      ...(documents && { documents: rows.map((row) => documents[row] ?? '') }),
    })
  }
  return windows
}

const selectRows = ({ columns, values }: DriftWindow['vectors'], rows: readonly number[]): DriftWindow['vectors'] => {
  const selected = new Float32Array(rows.length * columns)
  for (const [place, row] of rows.entries()) {
    selected.set(values.subarray(row * columns, (row + 1) * columns), place * columns)
  }
  return { rows: rows.length, columns, values: selected }
}
