/** What a search is for, as its address says. Days are of the reader's own time. */
export type SearchParams = {
  q?: string
  source?: 'pull-request' | 'document'
  repository?: string
  author?: string
  kind?: string
  language?: string
  from?: string
  to?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TEXTS = ['q', 'repository', 'author', 'kind', 'language'] as const

/** Takes from an address what a search understands; anything else is left out. */
export function readSearch(given: Record<string, unknown>): SearchParams {
  const read: SearchParams = {}
  for (const name of TEXTS) {
    const value = given[name]
    if (typeof value === 'string' && value !== '') read[name] = value
  }
  for (const name of ['from', 'to'] as const) {
    const value = given[name]
    if (typeof value === 'string' && DAY.test(value)) read[name] = value
  }
  if (given.source === 'pull-request' || given.source === 'document') read.source = given.source
  return read
}

/** The filter that the API takes; `to` is a day that still counts. */
export function toFilter({ q: _q, from, to, ...rest }: SearchParams) {
  return {
    ...rest,
    ...(from ? { from: new Date(`${from}T00:00`).toISOString() } : {}),
    ...(to ? { to: dayAfter(to).toISOString() } : {}),
  }
}

function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00`)
  date.setDate(date.getDate() + 1)
  return date
}
