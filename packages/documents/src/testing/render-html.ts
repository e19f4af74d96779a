import type { SamplePart } from './sample-document.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function element(part: SamplePart): string {
  if (part.kind === 'heading') return `<h${part.level}>${escaped(part.text)}</h${part.level}>`
  if (part.kind === 'paragraph') return `<p>${escaped(part.text)}</p>`
  if (part.kind === 'list') return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
  const rows = part.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<table>${rows.join('\n')}</table>`
}

export const renderHtml = (parts: readonly SamplePart[]): Buffer =>
  Buffer.from(
    `<!doctype html>\n<html lang="en"><head><title>Sample</title></head><body>\n${parts.map(element).join('\n')}\n</body></html>`,
  )
