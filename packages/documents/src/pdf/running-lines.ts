import { groupByBaseline, toLine } from './lines.ts'
import type { Run } from './page-runs.ts'

const MIN_PAGES = 4
const SHARE_OF_PAGES = 0.5

const key = (runs: readonly Run[]): string => toLine(runs).text.replace(/\d+/g, '#').toLowerCase()

/**
 * Takes page headers, footers and page numbers away: the first or last line of a page that, numbers aside,
 * is the same on at least half of the pages.
 */
export function dropRunningLines(pages: readonly (readonly Run[])[]): { pages: (readonly Run[])[]; dropped: number } {
  const ends = pages.map((runs) => {
    const lines = groupByBaseline(runs)
    return lines.length > 2 ? [lines[0] ?? [], lines.at(-1) ?? []] : []
  })
  const counts = new Map<string, number>()
  for (const lines of ends) for (const text of new Set(lines.map(key))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const atLeast = Math.max(MIN_PAGES, pages.length * SHARE_OF_PAGES)
  let dropped = 0
  const kept = new Set<string>()
  const isRunning = (line: readonly Run[]): boolean => {
    const text = key(line)
    if ((counts.get(text) ?? 0) < atLeast) return false
    // A header is often the title: what is more than a number stays where it stands first.
    const isFirst = !text.includes('#') && !kept.has(text)
    kept.add(text)
    return !isFirst
  }
  const cleaned = pages.map((runs, page) => {
    const running = new Set(ends[page]?.filter(isRunning).flat())
    if (running.size > 0) dropped += 1
    return running.size > 0 ? runs.filter((run) => !running.has(run)) : runs
  })
  return { pages: cleaned, dropped }
}
