import type { Series } from '../../ui/chart.tsx'
import type { Measure } from './people-search.ts'

type Month = {
  month: string
  pullRequests: number
  announced: { mid: number }
  effort: { mid: number } | null
}
type Person = { key: string; trend: readonly Month[] }

const TONES = ['accent', 'warn', 'good', 'bad'] as const

const VALUE: Record<Measure, (month: Month) => number> = {
  announced: ({ announced }) => announced.mid,
  'pull-requests': ({ pullRequests }) => pullRequests,
  effort: ({ effort }) => effort?.mid ?? 0,
}

/** Lines by months, from the first in which any of them merged something to the last; a month without work is 0. */
export function trendSeries(people: readonly Person[], measure: Measure): { at: number[]; series: Series[] } {
  const known = people.flatMap(({ trend }) => trend.map(({ month }) => month)).sort()
  const [first, last] = [known[0], known.at(-1)]
  const months = first === undefined || last === undefined ? [] : monthsBetween(first, last)
  return {
    at: months.map((month) => Date.parse(`${month}-01T00:00:00Z`) / 1_000),
    series: people.map(({ key, trend }, index) => {
      const values = new Map(trend.map((month) => [month.month, VALUE[measure](month)]))
      return {
        name: key,
        tone: TONES[index % TONES.length] ?? 'accent',
        values: months.map((month) => values.get(month) ?? 0),
      }
    }),
  }
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  const date = new Date(`${first}-01T00:00:00Z`)
  while (date.toISOString().slice(0, 7) <= last) {
    months.push(date.toISOString().slice(0, 7))
    date.setUTCMonth(date.getUTCMonth() + 1)
  }
  return months
}
