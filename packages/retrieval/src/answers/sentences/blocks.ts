export type BlockKind = 'prose' | 'item' | 'heading' | 'row' | 'code'

/** A stretch of lines that belong together, without its markers: a list item begins behind its dash. */
export type Block = { readonly kind: BlockKind; readonly start: number; readonly end: number }

const fenceLine = /^ {0,3}(`{3,}|~{3,})/
const markers: readonly (readonly [BlockKind, RegExp])[] = [
  ['heading', /^ {0,3}#{1,6}[ \t]+/],
  ['row', /^[ \t]*(?=\|)/],
  ['row', /^(?=[A-Z][A-Za-z]*(?:-[A-Za-z]+)*-by: )/],
  ['item', /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/],
]
const underline = /^[ \t]*(?:={3,}|-{3,})[ \t]*$/
const indented = /^(?: {4}|\t)/
/** One token with a slash or a dot inside: what a list of changed files is made of. */
const pathLine = /^[^\s./]*[./]\S*\w$/

type Line = { readonly start: number; readonly end: number; readonly text: string }
type OpenBlock = { kind: BlockKind; start: number; end: number }

/**
 * Cuts Markdown-like text into blocks. Lines that were wrapped within a paragraph or an item stay together; every
 * heading, table row and line of code stands alone. A blank line at one of `pageBreaks` does not end a paragraph that
 * plainly goes on behind it.
 */
export const blocksOf = (text: string, pageBreaks: readonly number[] = []): Block[] => {
  const blocks: OpenBlock[] = []
  let open: OpenBlock | null = null
  let fence: string | null = null
  let blankSince: number | null = 0
  for (const line of linesOf(text)) {
    const mark: string | undefined = fenceLine.exec(line.text)?.[1]
    const inFence: boolean = fence !== null
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null
    if (inFence || mark !== undefined) {
      blocks.push({ kind: 'code', start: line.start, end: line.end })
      open = null
      continue
    }
    if (line.text.trim() === '') {
      blankSince ??= line.start
      continue
    }
    const isClosed: boolean = blankSince !== null && !goesOn(text, open, line, pageBreaks)
    open = takeLine(blocks, isClosed ? null : open, line)
    blankSince = null
  }
  return blocks
}

/** Adds a line to the open block or begins the next one; tells which block is open afterwards. */
const takeLine = (blocks: OpenBlock[], open: OpenBlock | null, line: Line): OpenBlock | null => {
  if (open?.kind === 'prose' && underline.test(line.text)) {
    open.kind = 'heading'
    return null
  }
  const { kind, offset } = readLine(line.text, open, blocks.at(-1))
  if (open && kind === null) {
    open.end = line.end
    return open
  }
  const block = { kind: kind ?? 'prose', start: line.start + offset, end: line.end }
  blocks.push(block)
  return block.kind === 'prose' || block.kind === 'item' ? block : null
}

const readLine = (
  text: string,
  open: OpenBlock | null,
  before: OpenBlock | undefined,
): { kind: BlockKind | null; offset: number } => {
  for (const [kind, marker] of markers) {
    const found = marker.exec(text)
    if (found) return { kind, offset: found[0].length }
  }
  const isCode = open === null && (pathLine.test(text) || (indented.test(text) && before?.kind !== 'item'))
  return { kind: isCode ? 'code' : null, offset: 0 }
}

const goesOn = (text: string, open: OpenBlock | null, line: Line, pageBreaks: readonly number[]): boolean =>
  open !== null &&
  pageBreaks.some((at) => at >= open.end && at <= line.start) &&
  /^\s*\p{Ll}/u.test(line.text) &&
  !/[.!?…:;。！？]["'”’)\]]*\s*$/u.test(text.slice(Math.max(open.start, open.end - 20), open.end))

function* linesOf(text: string): Generator<Line> {
  for (const match of text.matchAll(/[^\n\r\f]+|\r\n|[\n\r\f]/g)) {
    const isBreak = /^[\n\r\f]/.test(match[0])
    if (!isBreak) yield { start: match.index, end: match.index + match[0].length, text: match[0] }
    else if (/^[\n\r\f]?$/.test(text.charAt(match.index - 1))) yield { start: match.index, end: match.index, text: '' }
  }
}
