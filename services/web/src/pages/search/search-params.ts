import { choiceIn, textIn } from '../../shell/search-params.ts'
import { dayRange } from '../../ui/day-range.ts'

const SOURCES = ['pull-request', 'document'] as const
const TEXTS = ['q', 'repository', 'author', 'kind', 'language', 'from', 'to'] as const

/** What a search is for, as its address says. Days are of the reader's own time. */
export type SearchParams = Partial<Record<(typeof TEXTS)[number], string>> & { source?: (typeof SOURCES)[number] }

/** Takes from an address what a search understands; anything else is left out. */
export function readSearch(given: Record<string, unknown>): SearchParams {
  const read: SearchParams = {}
  for (const name of TEXTS) {
    const value = textIn(given, name)
    if (value) read[name] = value
  }
  const source = choiceIn(given, 'source', SOURCES)
  return source ? { ...read, source } : read
}

/** The filter that the API takes; `to` is a day that still counts. */
export function toFilter({ q: _q, from: firstDay, to: lastDay, ...rest }: SearchParams) {
  const { from, to } = dayRange({ from: firstDay, to: lastDay })
  return { ...rest, ...(from ? { from } : {}), ...(to ? { to } : {}) }
}
