import type { Run } from './page-runs.ts'

/** Runs that share a baseline, from left to right. */
export type Line = { readonly runs: readonly Run[]; readonly y: number; readonly size: number; readonly text: string }

const SAME_BASELINE = 0.4
const WORD_GAP = 0.15

/** Groups runs by baseline, top to bottom. Superscripts stay with the line they belong to. */
export function groupByBaseline(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = []
  for (const run of runs.toSorted((one, other) => one.y - other.y)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && Math.abs(run.y - first.y) < SAME_BASELINE * Math.max(run.size, first.size)) group.push(run)
    else groups.push([run])
  }
  return groups.map((group) => group.sort((one, other) => one.x - other.x))
}

const join = (runs: readonly Run[]): string => {
  let text = ''
  let end = Number.POSITIVE_INFINITY
  for (const run of runs) {
    const isApart = run.x - end > WORD_GAP * run.size
    text += isApart && !text.endsWith(' ') && !run.text.startsWith(' ') ? ` ${run.text}` : run.text
    end = run.x + run.width
  }
  return text.replace(/\s+/g, ' ').trim()
}

export function toLine(runs: readonly Run[]): Line {
  const widest = runs.reduce((one, other) => (other.text.length > one.text.length ? other : one))
  return { runs, y: widest.y, size: widest.size, text: join(runs) }
}

export const toLines = (runs: readonly Run[]): Line[] => groupByBaseline(runs).map(toLine)

/** Joins the runs of each baseline that stand next to each other; a gap of about one em parts columns and cells. */
export function toSegments(runs: readonly Run[]): Run[] {
  return groupByBaseline(runs).flatMap((line) => {
    const segments: Run[][] = []
    let end = Number.NEGATIVE_INFINITY
    for (const run of line) {
      const open = segments.at(-1)
      if (open && run.x - end <= run.size * 1.1) open.push(run)
      else segments.push([run])
      end = Math.max(end, run.x + run.width)
    }
    return segments.map((parts) => {
      const { text, y, size } = toLine(parts)
      const x = parts[0]?.x ?? 0
      return { text, x, y, size, width: Math.max(...parts.map((part) => part.x + part.width)) - x }
    })
  })
}
