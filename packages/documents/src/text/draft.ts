import type { blockKinds, Loss, Origin } from '../extracted-document.ts'
import type { Format } from '../formats.ts'
import type { ExtractionLimits } from '../limits.ts'
import { normalizeText, oneLine } from './normalize-text.ts'

type ScannedWord = { readonly text: string; readonly confidence: number }

/** A block before it has offsets. Its text is already what stands in the document. */
export type DraftBlock = {
  readonly kind: (typeof blockKinds)[number]
  readonly text: string
  readonly level?: number
  readonly heading?: string
  /** Offsets into this block's text. */
  readonly words?: readonly { start: number; end: number; confidence: number }[]
  readonly origin?: Origin
}

/** What an extractor gives: blocks in reading order, and what it could not carry over. */
export type Draft = {
  readonly blocks: readonly DraftBlock[]
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly metadata?: Readonly<Record<string, string | undefined>>
  readonly pages?: number
  readonly losses?: readonly Loss[]
  readonly ocr?: { readonly language: string; readonly pages: readonly { page: number; confidence: number }[] }
}

export type Source = {
  readonly bytes: Uint8Array
  readonly name: string | undefined
  readonly limits: ExtractionLimits
}

export type Extractor = { readonly format: Format; readonly extract: (source: Source) => Promise<Draft> }

export const heading = (level: number, text: string, origin?: Origin): DraftBlock => {
  const title = oneLine(text)
  const bounded = Math.min(6, Math.max(1, level))
  const at = origin ? { origin } : {}
  return { kind: 'heading', level: bounded, heading: title, text: title && `${'#'.repeat(bounded)} ${title}`, ...at }
}

export const paragraph = (text: string, origin?: Origin): DraftBlock => ({
  kind: 'paragraph',
  text: normalizeText(text).trim(),
  ...(origin ? { origin } : {}),
})

export const quote = (text: string, origin?: Origin): DraftBlock => ({
  kind: 'quote',
  text: normalizeText(text)
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n'),
  ...(origin ? { origin } : {}),
})

export function code(text: string, language = '', origin?: Origin): DraftBlock {
  const body = normalizeText(text).replace(/^\n+/, '').trimEnd()
  // A fence has to be longer than any run of backticks within.
  const longest = body.match(/`{3,}/g)?.reduce((most, run) => Math.max(most, run.length), 2) ?? 2
  const fence = '`'.repeat(longest + 1)
  return { kind: 'code', text: body && `${fence}${language}\n${body}\n${fence}`, ...(origin ? { origin } : {}) }
}

export type ListItem = { readonly depth: number; readonly marker: string; readonly text: string }

export const list = (items: readonly ListItem[], origin?: Origin): DraftBlock => ({
  kind: 'list',
  text: items
    .filter((item) => item.text.trim() !== '')
    .map((item) => `${'  '.repeat(Math.min(item.depth, 20))}${item.marker} ${oneLine(item.text)}`)
    .join('\n'),
  ...(origin ? { origin } : {}),
})

const cellText = (cell: string): string => oneLine(cell).replaceAll('|', '\\|')

/** A GitHub table with every row as wide as the widest; the first row is the head. */
export function table(rows: readonly (readonly string[])[], origin?: Origin): DraftBlock {
  const at = origin ? { origin } : {}
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0)
  if (width === 0) return { kind: 'table', text: '', ...at }
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => cellText(cells[column] ?? '')).join(' | ')} |`
  const [head = [], ...body] = filled
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`
  return { kind: 'table', text: [line(head), rule, ...body.map(line)].join('\n'), ...at }
}

/** Recognised lines, with the place of every word. */
export function scanned(lines: readonly (readonly ScannedWord[])[], origin?: Origin): DraftBlock {
  let text = ''
  const words: { start: number; end: number; confidence: number }[] = []
  for (const line of lines) {
    let gap = text === '' ? '' : '\n'
    for (const word of line) {
      const clean = oneLine(word.text)
      if (clean === '') continue
      text += gap
      words.push({ start: text.length, end: text.length + clean.length, confidence: word.confidence })
      text += clean
      gap = ' '
    }
  }
  return { kind: 'paragraph', text, words, ...(origin ? { origin } : {}) }
}
