import type { AnswerPassage, Citation, PageSpan } from '../passage.ts'

/** Text of one source without a gap: passages that touched or overlapped, joined. */
export type Stretch = {
  readonly sourceId: string
  readonly title: string
  readonly text: string
  /** Where it begins in its source. */
  readonly start: number
  /** What it stands under where it begins, the widest first. */
  readonly headings: readonly string[]
  /** The passages it is made of, best first. */
  readonly passages: readonly AnswerPassage[]
  readonly pages: readonly PageSpan[]
}

/**
 * Joins the passages of a source that touch or overlap, so that a sentence cut between two of them is whole again.
 * The stretches come in the order of their best passages. Where two passages disagree about the text they share (they
 * were cut from different versions), they stay apart: nothing may be quoted that no version says.
 */
export const joinPassages = (passages: readonly AnswerPassage[]): Stretch[] => {
  const rank = new Map(passages.map((passage, index) => [passage, index]))
  const rankOf = (passage: AnswerPassage) => rank.get(passage) ?? passages.length
  const ordered = passages.toSorted(
    (a, b) => a.start - b.start || b.text.length - a.text.length || rankOf(a) - rankOf(b),
  )
  return [...Map.groupBy(ordered, ({ sourceId }) => sourceId).values()]
    .flatMap(joinNeighbours)
    .map((stretch) => ({ ...stretch, passages: stretch.passages.toSorted((a, b) => rankOf(a) - rankOf(b)) }))
    .toSorted((a, b) => bestRank(a, rankOf) - bestRank(b, rankOf))
}

const bestRank = ({ passages }: Stretch, rankOf: (passage: AnswerPassage) => number): number =>
  Math.min(...passages.map(rankOf))

const joinNeighbours = (passages: readonly AnswerPassage[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const passage of passages) {
    const before = stretches.pop()
    const joined = before && join(before, passage)
    if (joined) stretches.push(joined)
    else stretches.push(...(before ? [before] : []), alone(passage))
  }
  return stretches
}

const alone = (passage: AnswerPassage): Stretch => {
  const { sourceId, title, text, start, headings = [], pages = [] } = passage
  return { sourceId, title, text, start, headings, passages: [passage], pages }
}

const join = (stretch: Stretch, passage: AnswerPassage): Stretch | null => {
  const at = passage.start - stretch.start
  const shared = stretch.text.slice(at, at + passage.text.length)
  if (at > stretch.text.length || !passage.text.startsWith(shared)) return null
  return {
    ...stretch,
    text: stretch.text + passage.text.slice(shared.length),
    passages: [...stretch.passages, passage],
    pages: [...stretch.pages, ...(passage.pages ?? [])],
  }
}

/** Where pages end within the text of the stretch. */
export const pageBreaksOf = ({ start, pages }: Stretch): number[] => pages.map(({ end }) => end - start)

/** The place of `stretch.text.slice(start, end)` in the source. */
export const citeStretch = (stretch: Stretch, { start, end }: { start: number; end: number }): Citation => {
  const place = { start: stretch.start + start, end: stretch.start + end }
  const shares = stretch.passages.map((passage) => ({ id: passage.id, shared: overlap(place, spanOf(passage)) }))
  const passageId = shares.reduce((best, other) => (other.shared > best.shared ? other : best)).id
  const [page = null] = stretch.pages
    .filter((span) => overlap(place, span) > 0)
    .toSorted((a, b) => a.start - b.start)
    .map((span) => span.page)
  return { sourceId: stretch.sourceId, passageId, ...place, page }
}

type Span = { readonly start: number; readonly end: number }

const spanOf = ({ start, text }: AnswerPassage): Span => ({ start, end: start + text.length })

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
