import { html, type Markup } from '../markup/html.ts'
import { counted } from '../words.ts'
import { at, chartFigure } from './chart.ts'

const HEIGHT = 60
const STEP = 10
/** Longer times are drawn by the year. */
const MOST_MONTHS = 36

/** How many moments fall into each month, or year where there are many; those without any are shown too. */
export const monthChart = (title: string, moments: readonly string[]): Markup | null => {
  const periods = countPeriods(moments)
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last) return null
  const most = Math.max(...periods.map(({ count }) => count))
  const bars = periods.map(({ count }, index) => {
    const height = (HEIGHT * count) / most
    return html`<rect class="bar" x="${at(index * STEP + 1)}" y="${at(HEIGHT - height)}" width="${STEP - 2}" height="${at(height)}"/>`
  })
  const width = periods.length * STEP
  return chartFigure(
    title,
    html`<svg class="bars" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}">
<title>${title}</title><desc>${counted(moments.length, 'pull request')} from ${first.period} to ${last.period}, at most ${most} in one of them.</desc>
${bars}</svg>
<p class="axis"><span>${first.period}</span><span>at most ${most}</span><span>${last.period}</span></p>`,
    { head: ['When', 'Pull requests'], rows: periods.map(({ period, count }) => [period, String(count)]) },
  )
}

const countPeriods = (moments: readonly string[]): { period: string; count: number }[] => {
  const months = moments.map((moment) => moment.slice(0, 7)).toSorted()
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return []
  const byMonth = monthsBetween(first, last)
  const [periods, length] =
    byMonth.length <= MOST_MONTHS ? [byMonth, 7] : [[...new Set(byMonth.map((month) => month.slice(0, 4)))], 4]
  const counts = Map.groupBy(months, (month) => month.slice(0, length))
  return periods.map((period) => ({ period, count: counts.get(period)?.length ?? 0 }))
}

const monthsBetween = (first: string, last: string): string[] => {
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const start = numberOf(first)
  return Array.from({ length: numberOf(last) - start + 1 }, (_, step) => {
    const month = start + step
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
