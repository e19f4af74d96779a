import { groupByBaseline } from './lines.ts'
import type { Run } from './page-runs.ts'

const right = (run: Run): number => run.x + run.width

/** Text that fills its column line after line is prose, not cells. */
function isFlowing(side: readonly Run[]): boolean {
  const left = Math.min(...side.map((run) => run.x))
  const width = Math.max(...side.map(right)) - left
  const full = side.filter((run) => right(run) - left >= width * 0.75).length
  return side.length >= 4 && full >= side.length * 0.6
}

/** Columns are the intervals that are left when the cells of all rows are laid over each other. */
function columnStarts(segments: readonly Run[]): number[] {
  const starts: number[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const segment of segments.toSorted((one, other) => one.x - other.x)) {
    if (segment.x > end + segment.size * 0.3) starts.push(segment.x)
    end = Math.max(end, right(segment))
  }
  return starts
}

type FoundTable = {
  readonly rows: readonly (readonly string[])[]
  readonly runs: readonly Run[]
  /** Lone lines above and below, which belong to the text around the table. */
  readonly above: readonly Run[]
  readonly below: readonly Run[]
}

function readRows(lines: readonly (readonly Run[])[], starts: readonly number[]): string[][] {
  const rows: string[][] = []
  for (const line of lines) {
    const cells = starts.map(() => '')
    for (const run of line) {
      const column = starts.findLastIndex((start) => start <= run.x + 0.5)
      cells[column] = `${cells[column] ?? ''} ${run.text}`.trim()
    }
    const above = rows.at(-1)
    // A row without a first cell goes on with the row above: one of its cells ran over the line.
    if (above && cells[0] === '')
      for (const [column, cell] of cells.entries()) above[column] = `${above[column]} ${cell}`.trim()
    else rows.push(cells)
  }
  return rows
}

/** A table if short texts stand under each other on shared baselines; undefined for columns of prose. */
export function findTable(
  segments: readonly Run[],
  before: readonly Run[],
  after: readonly Run[],
): FoundTable | undefined {
  if (isFlowing(before) && isFlowing(after)) return undefined
  const lines = groupByBaseline(segments)
  const first = lines.findIndex((line) => line.length >= 2)
  const last = lines.findLastIndex((line) => line.length >= 2)
  const core = lines.slice(first, last + 1)
  const starts = columnStarts(core.flat())
  const shared = core.filter((line) => line.length >= 2).length
  if (first < 0 || starts.length < 2 || core.length < 2 || shared < core.length * 0.6) return undefined
  return {
    rows: readRows(core, starts),
    runs: core.flat(),
    above: lines.slice(0, first).flat(),
    below: lines.slice(last + 1).flat(),
  }
}
