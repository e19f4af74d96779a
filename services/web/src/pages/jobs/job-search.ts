export const STATES = ['scheduled', 'queued', 'running', 'retrying', 'succeeded', 'failed', 'cancelled'] as const
export type JobState = (typeof STATES)[number]

const TEXTS = ['kind', 'repository', 'error', 'q', 'fingerprint', 'parent', 'root', 'from', 'to'] as const

/** What the list of jobs is narrowed to, as it stands in the page's address. */
export type JobSearch = { [K in 'state' | (typeof TEXTS)[number]]?: string }

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readJobSearch(given: Record<string, unknown>): JobSearch {
  const search: JobSearch = {}
  const states = statesIn(textOf(given.state))
  if (states.length > 0) search.state = states.join()
  for (const name of TEXTS) {
    const text = textOf(given[name]).trim()
    const isMoment = name === 'from' || name === 'to'
    if (text && !(isMoment && Number.isNaN(Date.parse(text)))) search[name] = text
  }
  return search
}

/** The router reads what looks like JSON as JSON, so that a number or a truth value may stand for its text. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

export const statesIn = (text: string | undefined): JobState[] => {
  const given = new Set(text?.split(','))
  return STATES.filter((state) => given.has(state))
}

/** The same for the API. */
export function toFilter({ from, to, ...search }: JobSearch): JobSearch {
  return {
    ...search,
    ...(from ? { from: new Date(from).toISOString() } : {}),
    ...(to ? { to: new Date(to).toISOString() } : {}),
  }
}

export const isNarrowed = (search: JobSearch): boolean => Object.keys(search).length > 0

export const isUnfinished = ({ state }: { state: JobState }): boolean =>
  state !== 'succeeded' && state !== 'failed' && state !== 'cancelled'
