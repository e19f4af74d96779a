import { html, type Markup } from '../markup/html.ts'
import type { StatedNumber } from '../numbers.ts'

/** Numbers, each with its method, evidence and uncertainty. */
export const numberList = (numbers: readonly StatedNumber[]): Markup =>
  html`<ul class="numbers">${numbers.map(
    (number) => html`
<li><p class="figure"><strong>${number.figure}</strong> <span>${number.label}</span></p>
<p class="range-words">${number.uncertainty === 'None.' || number.uncertainty.startsWith('None:') ? 'Exact' : number.uncertainty}</p>
<details><summary>How we know<span class="unseen">: ${number.figure} ${number.label}</span></summary>
<dl><dt>Method</dt><dd>${number.method}</dd><dt>Evidence</dt><dd>${number.evidence}</dd><dt>Uncertainty</dt><dd>${number.uncertainty}</dd></dl></details></li>`,
  )}
</ul>`
