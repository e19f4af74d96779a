import { type Block, type BlockKind, blocksOf } from './blocks.ts'
import { breakBefore } from './break-before.ts'

export type SentenceSpan = {
  readonly kind: BlockKind
  /** UTF-16 offsets into the text that was split; neither end is white space. */
  readonly start: number
  readonly end: number
}

/** What is longer is data and no sentence; it is cut so that an answer stays readable. Characters. */
const longest = 600

/**
 * The sentences of a Markdown-like text, in order and without overlap. Headings, table rows and lines of code count as
 * one each. Every letter of the text is in one of them; list markers and stretches without letter or digit are in none.
 * `pageBreaks` are offsets at which a page ends: a sentence may run across them.
 */
export const splitSentences = (text: string, pageBreaks: readonly number[] = []): SentenceSpan[] =>
  blocksOf(text, pageBreaks).flatMap((block) => {
    const ends = block.kind === 'prose' || block.kind === 'item' ? sentenceEnds(text, block) : []
    return between(block, ends)
      .flatMap((span) => cutLong(text, span))
      .map((span) => trim(text, span))
      .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .map((span) => ({ kind: block.kind, ...span }))
  })

type Span = { readonly start: number; readonly end: number }

const between = ({ start, end }: Block, ends: readonly number[]): Span[] => {
  const places = [start, ...ends.filter((at) => at > start && at < end), end]
  return places.slice(1).map((to, index) => ({ start: places[index] ?? start, end: to }))
}

const cutLong = (text: string, { start, end }: Span): Span[] => {
  const pieces: Span[] = []
  let from = start
  while (end - from > longest) {
    const to = breakBefore(text, from, from + longest)
    pieces.push({ start: from, end: to })
    from = to
  }
  return [...pieces, { start: from, end }]
}

const trim = (text: string, { start, end }: Span): Span => {
  const piece = text.slice(start, end)
  return { start: start + piece.length - piece.trimStart().length, end: end - piece.length + piece.trimEnd().length }
}

const possibleEnd = /[.!?…]+["'”’)\]*_]*|[。！？]+["'”’」』）]*/gu
/** A full stop behind one of these is part of the word, whatever comes next. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:vs|e\.g|i\.e|eg|ie|cf|ca|approx|resp|incl|excl|viz|al|dr|mr|mrs|ms|prof|st|jr|sr|inc|ltd|corp|dept|est|min|max|avg)\.$/iu
/** These are short for something only where a number follows. */
const beforeNumber = /(?:^|[^\p{L}\p{N}])(?:no|nos|fig|figs|eq|sec|ch|vol|pp?|art|v|ver)\.$/iu
const initial = /(?:^|[\s(.])\p{Lu}\.$/u

/** The offsets at which the sentences of a block end. */
const sentenceEnds = (text: string, block: Block): number[] => {
  const piece = text.slice(block.start, block.end)
  const quoted = Array.from(piece.matchAll(/`[^`]+`/g), ({ index, 0: code }) => [index, index + code.length] as const)
  const ends: number[] = []
  let nextQuote = 0
  for (const match of piece.matchAll(possibleEnd)) {
    while ((quoted[nextQuote]?.[1] ?? Number.POSITIVE_INFINITY) <= match.index) nextQuote += 1
    const isQuoted = match.index > (quoted[nextQuote]?.[0] ?? Number.POSITIVE_INFINITY)
    if (!isQuoted && endsSentence(piece, match)) ends.push(block.start + match.index + match[0].length)
  }
  return ends
}

const endsSentence = (piece: string, match: RegExpExecArray): boolean => {
  const [mark] = match
  if (/^[。！？]/.test(mark)) return true
  const after = match.index + mark.length
  if (!/\s/.test(piece.charAt(after))) return false
  const next = /^\s*["'“‘([*_]*(.)/u.exec(piece.slice(after, after + 40))?.[1] ?? ''
  if (/\p{Ll}/u.test(next)) return false
  if (mark !== '.') return true
  const before = piece.slice(Math.max(0, match.index - 12), match.index + 1)
  if (abbreviation.test(before) || (beforeNumber.test(before) && /\p{N}/u.test(next))) return false
  return !(initial.test(before) && /\p{Lu}/u.test(next))
}
