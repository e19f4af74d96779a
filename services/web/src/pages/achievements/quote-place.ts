import type { Quote } from './achievement-draft.ts'

/** A text that may be quoted. */
export type SourceText = {
  name: string
  field: Quote['field']
  /** Which of the commits. */
  index?: number
  /** Where it begins in what places are counted in. */
  from: number
  text: string
}

/** As the API has it, in UTF-16 units. */
export const LONGEST_QUOTE = 2_000

/** The words at a place; null if no text has it. */
export function wordsAt(texts: readonly SourceText[], quote: Quote): string | null {
  const source = texts.find(({ field, index }) => field === quote.field && index === quote.index)
  if (!source || quote.start < source.from) return null
  return source.text.slice(quote.start - source.from, quote.end - source.from) || null
}

/**
 * The place of what somebody selected, without the blanks around it; null where nothing is left, or where it would
 * begin or end inside a letter.
 * @param start in what a text area shows of it
 */
export function placeOfSelection(source: SourceText, start: number, end: number): Quote | null {
  let [first, last] = [originalOffset(source.text, start), originalOffset(source.text, end)]
  while (first < last && /\s/.test(source.text.charAt(first))) first += 1
  while (last > first && /\s/.test(source.text.charAt(last - 1))) last -= 1
  if (first === last || !source.text.slice(first, last).isWellFormed()) return null
  const { field, index, from } = source
  return { field, ...(index === undefined ? {} : { index }), start: from + first, end: from + last }
}

/** Text areas show one sign for each end of a line; texts from elsewhere may have two. */
function originalOffset(text: string, shown: number): number {
  let offset = 0
  for (let signs = 0; signs < shown && offset < text.length; signs += 1) {
    offset += text.startsWith('\r\n', offset) ? 2 : 1
  }
  return offset
}
