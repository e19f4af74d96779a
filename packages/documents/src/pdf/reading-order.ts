import { type Line, toLines } from './lines.ts'
import type { Run } from './page-runs.ts'
import { findTable } from './page-table.ts'

export type Area =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly runs: readonly Run[] }

const MAX_DEPTH = 4
const MAX_SEGMENTS = 5_000
const LIST_MARKER = /^(?:[•●○◦▪■‣–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])$/i

const right = (run: Run): number => run.x + run.width

/** Gaps between a segment and its nearest neighbour to the right at about the same height. */
function gapsOf(segments: readonly Run[]): { from: number; to: number }[] {
  const sorted = segments.toSorted((one, other) => one.y - other.y)
  return sorted.flatMap((segment, at) => {
    let nearest = Number.POSITIVE_INFINITY
    for (const step of [-1, 1])
      for (let other = at + step; other >= 0 && other < sorted.length; other += step) {
        const candidate = sorted[other]
        if (!candidate || Math.abs(candidate.y - segment.y) > segment.size * 0.8) break
        if (candidate.x >= right(segment)) nearest = Math.min(nearest, candidate.x)
      }
    const isGap = Number.isFinite(nearest) && nearest - right(segment) >= segment.size * 0.9
    return isGap ? [{ from: right(segment), to: nearest }] : []
  })
}

/** The middle of the place where most gaps lie above each other, or undefined if fewer than two do. */
function gutterOf(segments: readonly Run[]): number | undefined {
  const edges = gapsOf(segments)
    .flatMap(({ from, to }) => [
      { x: from, step: 1 },
      { x: to, step: -1 },
    ])
    .sort((one, other) => one.x - other.x || one.step - other.step)
  let open = 0
  let most = 1
  let gutter: number | undefined
  for (const [at, edge] of edges.entries()) {
    open += edge.step
    if (open > most) {
      most = open
      gutter = (edge.x + (edges[at + 1]?.x ?? edge.x)) / 2
    }
  }
  return gutter
}

type Band = { readonly isWide: boolean; readonly segments: Run[] }

/** Parts the page from top to bottom at the segments that cross the gutter, such as titles over both columns. */
function bandsOf(segments: readonly Run[], gutter: number): Band[] {
  const bands: Band[] = []
  for (const segment of segments.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const isWide = segment.x < gutter && right(segment) > gutter
    const open = bands.at(-1)
    if (open?.isWide === isWide) open.segments.push(segment)
    else bands.push({ isWide, segments: [segment] })
  }
  return bands
}

/** The areas in a band, and the lines at its edges that belong to the text above and below. */
type Parted = { readonly above: readonly Run[]; readonly areas: readonly Area[]; readonly below: readonly Run[] }

function partBand({ isWide, segments }: Band, gutter: number, depth: number): Parted | undefined {
  const before = segments.filter((segment) => segment.x < gutter)
  const after = segments.filter((segment) => segment.x >= gutter)
  if (isWide || before.length < 2 || after.length < 2) return undefined
  if (before.every((segment) => LIST_MARKER.test(segment.text))) return undefined
  const table = findTable(segments, before, after)
  if (!table) return { above: [], areas: [...readAreas(before, depth + 1), ...readAreas(after, depth + 1)], below: [] }
  const { rows, runs, above, below } = table
  return { above, areas: [{ kind: 'table', rows, runs }], below }
}

/**
 * The areas of a page in the order they are read: down each column, with what spans the columns between them.
 * A column gap is where the gaps between neighbours stack up, so that a few wide lines do not hide it
 * (unlike the recursive XY-cut of Nagy and Seth, 1984, which needs a gap through the whole height).
 */
export function readAreas(segments: readonly Run[], depth = 0): Area[] {
  if (segments.length === 0) return []
  const whole = (): Area[] => [{ kind: 'lines', lines: toLines(segments) }]
  const gutter = depth < MAX_DEPTH && segments.length <= MAX_SEGMENTS ? gutterOf(segments) : undefined
  if (gutter === undefined) return whole()

  const areas: Area[] = []
  let plain: Run[] = []
  const flush = () => {
    if (plain.length > 0) areas.push({ kind: 'lines', lines: toLines(plain) })
    plain = []
  }
  for (const band of bandsOf(segments, gutter)) {
    const parted = partBand(band, gutter, depth)
    plain.push(...(parted?.above ?? band.segments))
    if (!parted) continue
    flush()
    areas.push(...parted.areas)
    plain = [...parted.below]
  }
  flush()
  return areas
}
