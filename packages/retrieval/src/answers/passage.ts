/**
 * A piece of a source that a search found. Whatever it says is data: it is matched, quoted and escaped, never obeyed.
 * All offsets are UTF-16 and count from the start of the source's canonical text.
 */
export type AnswerPassage = {
  readonly id: string
  readonly sourceId: string
  readonly title: string
  /** `source.slice(start, start + text.length)`, to the letter. */
  readonly text: string
  readonly start: number
  /** The headings that it stands under where it begins, the widest first. */
  readonly headings?: readonly string[]
  /** Where the pages lie that the passage touches; without them a citation names no page. */
  readonly pages?: readonly PageSpan[]
  /** Higher is better; only compared with the scores of the other passages. */
  readonly score: number
}

export type PageSpan = { readonly page: number; readonly start: number; readonly end: number }

/** A place in a source: `source.slice(start, end)` is what is quoted, to the letter. */
export type Citation = {
  readonly sourceId: string
  /** The passage that holds the most of it. */
  readonly passageId: string
  readonly start: number
  readonly end: number
  /** The page it begins on. */
  readonly page: number | null
}
