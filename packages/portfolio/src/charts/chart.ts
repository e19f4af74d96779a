import { html, type Markup } from '../markup/html.ts'

export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A drawing with its title, and the same as a table for whoever reads rather than looks. */
export const chartFigure = (
  title: string,
  drawing: Markup,
  { head, rows }: ChartTable,
): Markup => html`<figure class="chart">
<figcaption>${title}</figcaption>
${drawing}
<details><summary>The same as a table<span class="unseen">: ${title}</span></summary>
<div class="wide" tabindex="0" role="region" aria-label="${title}: table"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div></details>
</figure>
`

/** Coordinates need no more than two places. */
export const at = (value: number): string => String(Math.round(value * 100) / 100)
