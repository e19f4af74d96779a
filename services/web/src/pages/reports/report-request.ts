import { textIn, textsIn } from '../../shell/search-params.ts'
import { dayOf, dayRange } from '../../ui/day-range.ts'

/** What a report is to tell of, as the address of its form says; days are the reader's. */
export type ReportForm = { author?: string[]; repository?: string; from?: string; to?: string; title?: string }

const MOST_AUTHORS = 20
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readReportForm(search: Record<string, unknown>): ReportForm {
  const author = textsIn(search, 'author').slice(0, MOST_AUTHORS)
  const read: ReportForm = author.length > 0 ? { author } : {}
  for (const name of ['from', 'to'] as const) {
    const day = textIn(search, name)
    if (day && DAY.test(day)) read[name] = day
  }
  for (const name of ['repository', 'title'] as const) {
    const text = textIn(search, name)
    if (text) read[name] = text
  }
  return read
}

/** The quarter of a year that ended last: what is mostly reported of. */
export function lastQuarter(now: Date): { from: string; to: string } {
  const begin = 3 * Math.floor(now.getMonth() / 3)
  return {
    from: dayOf(new Date(now.getFullYear(), begin - 3, 1)),
    to: dayOf(new Date(now.getFullYear(), begin, 0)),
  }
}

type Request = { from: string; to: string; repository?: string; authors?: string[]; title?: string }

/** What the API takes, or what is wrong with the period. */
export function toRequest({ author = [], repository, from, to, title }: ReportForm): Request | { problem: string } {
  const range = dayRange({ from, to })
  if (!range.from || !range.to) return { problem: 'Give both the first and the last day.' }
  if (range.from >= range.to) return { problem: 'The last day lies before the first.' }
  return {
    from: range.from,
    to: range.to,
    ...(repository ? { repository } : {}),
    ...(author.length > 0 ? { authors: author } : {}),
    ...(title?.trim() ? { title: title.trim() } : {}),
  }
}
