import { html, type Markup } from '../markup/html.ts'
import { at, chartFigure } from './chart.ts'

export type Ranged = {
  readonly label: string
  readonly low: number
  readonly mid: number
  readonly high: number
  /** The numbers as they are read. */
  readonly words: string
}

const WIDTH = 200
const HEIGHT = 10

/** Estimates with their intervals, one under the other on one scale that begins at 0. */
export const rangeChart = (
  title: string,
  rows: readonly Ranged[],
  { most, head }: { most: number; head: readonly [string, string] },
): Markup | null => {
  if (rows.length === 0 || most <= 0) return null
  const place = (value: number) => (WIDTH * Math.min(Math.max(value, 0), most)) / most
  const drawn = rows.map(
    ({ label, low, mid, high, words }) => html`<li><span class="label">${label}</span>
<svg class="range" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}: ${words}"><title>${label}</title><desc>${words}</desc><rect class="track" x="0" y="4" width="${WIDTH}" height="2"/><rect class="interval" x="${at(place(low))}" y="2.5" width="${at(Math.max(place(high) - place(low), 0.5))}" height="5"/><rect class="mid" x="${at(Math.max(place(mid) - 1, 0))}" y="0" width="2" height="${HEIGHT}"/></svg>
<span class="words">${words}</span></li>
`,
  )
  return chartFigure(title, html`<ul class="ranges">${drawn}</ul>`, {
    head,
    rows: rows.map(({ label, words }) => [label, words]),
  })
}
