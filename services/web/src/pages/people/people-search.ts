import { choiceIn, textIn, textsIn } from '../../shell/search-params.ts'

export const measures = ['announced', 'pull-requests', 'effort'] as const
export type Measure = (typeof measures)[number]

/** Who is looked at, when, and by which measure, as it stands in the address; days are the reader's. */
export type PeopleSearch = { author?: string[]; from?: string; to?: string; measure?: Measure }

/** As many as can be told apart in one picture. */
export const MOST_PEOPLE = 4
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const author = textsIn(search, 'author').slice(0, MOST_PEOPLE)
  const measure = choiceIn(search, 'measure', measures)
  const day = (name: 'from' | 'to') => {
    const text = textIn(search, name)
    return text && DAY.test(text) ? { [name]: text } : {}
  }
  return { ...(author.length > 0 ? { author } : {}), ...day('from'), ...day('to'), ...(measure ? { measure } : {}) }
}
