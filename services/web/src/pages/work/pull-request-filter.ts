import { choiceIn, textIn } from '../../shell/search-params.ts'
import { dayRange } from '../../ui/day-range.ts'

export const pullRequestSorts = ['merged_at', 'value', 'size'] as const
type PullRequestSort = (typeof pullRequestSorts)[number]

/** What of the pull requests is shown, as it stands in the address; days are the reader's. */
export type PullRequestFilter = {
  repository?: string
  author?: string
  kind?: string
  from?: string
  to?: string
  q?: string
  sort?: PullRequestSort
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d{2}-\d{2}$/
const LONGEST_TEXT = 200

export function readPullRequestFilter(search: Record<string, unknown>): PullRequestFilter {
  const like = (name: string, form: RegExp) => {
    const text = textIn(search, name)
    return text && form.test(text) ? { [name]: text } : {}
  }
  const text = (name: string) => {
    const value = textIn(search, name)?.slice(0, LONGEST_TEXT)
    return value ? { [name]: value } : {}
  }
  const sort = choiceIn(search, 'sort', pullRequestSorts)
  return {
    ...like('repository', UUID),
    ...text('author'),
    ...text('kind'),
    ...like('from', DAY),
    ...like('to', DAY),
    ...text('q'),
    ...(sort && sort !== 'merged_at' ? { sort } : {}),
  }
}

/** The same as the API takes it. */
export const toQuery = ({ from, to, sort = 'merged_at', ...rest }: PullRequestFilter) => ({
  ...rest,
  ...Object.fromEntries(Object.entries(dayRange({ from, to })).filter(([, value]) => value !== undefined)),
  sort,
})
