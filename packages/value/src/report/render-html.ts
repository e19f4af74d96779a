import type { Block } from '@assay/paper'

/** A report as one page that asks for nothing from anywhere: no scripts, no fonts, no pictures but its own chart. */
export const renderHtml = (blocks: readonly Block[], title: string): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map(render).join('\n')}
</main>
</body>
</html>
`

const STYLE = `
body { font: 16px/1.55 system-ui, sans-serif; color: #1a2230; background: #fff; margin: 0 }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #d5dbe5; padding-bottom: .25rem }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .25rem; overflow-wrap: anywhere }
p { margin: .25rem 0; color: #46536a }
li { margin: .2rem 0 }
blockquote { margin: .6rem 0; padding: .4rem .9rem; border-left: 3px solid #2f6f5e; background: #f2f7f5; white-space: pre-wrap }
blockquote footer { font-size: .8rem; color: #5d6a80; white-space: normal }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #e4e8ef }
figure { margin: 1.5rem 0 }
figcaption { font-weight: 600; margin-bottom: .4rem }
svg { width: 100%; height: auto }
@media print { main { max-width: none; padding: 0 } h3 { break-after: avoid } blockquote { break-inside: avoid } }
`

const render = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'quote':
      return `<blockquote>${escaped(block.text)}<footer>${escaped(block.source)}</footer></blockquote>`
    case 'table':
      return `<table><thead>${row('th', block.head)}</thead><tbody>${block.rows.map((cells) => row('td', cells)).join('')}</tbody></table>`
    case 'bars':
      return chart(block)
  }
}

const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`

const HEIGHT = 160
const STEP = 56

const chart = ({ title, bars }: Extract<Block, { kind: 'bars' }>): string => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const columns = bars.map(({ label, value, text }, at) => {
    const height = Math.round((HEIGHT * value) / most)
    const x = at * STEP
    return [
      `<rect x="${x + 8}" y="${20 + HEIGHT - height}" width="${STEP - 16}" height="${height}" rx="2" fill="#2f6f5e"/>`,
      `<text x="${x + STEP / 2}" y="${14 + HEIGHT - height}" text-anchor="middle" font-size="12">${escaped(text)}</text>`,
      `<text x="${x + STEP / 2}" y="${HEIGHT + 38}" text-anchor="middle" font-size="11" fill="#5d6a80">${escaped(label)}</text>`,
    ].join('')
  })
  const words = bars.map(({ label, text }) => `${label}: ${text}`).join(', ')
  const width = Math.max(bars.length * STEP, 6 * STEP)
  return `<figure><figcaption>${escaped(title)}</figcaption><svg viewBox="0 0 ${width} ${HEIGHT + 46}" role="img" aria-label="${escaped(`${title}: ${words}`)}">${columns.join('')}</svg></figure>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
