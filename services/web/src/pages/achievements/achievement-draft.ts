import type { paths } from '@assay/client'

type Body = NonNullable<paths['/api/v2/achievements']['post']['requestBody']>['content']['application/json']
export type Quote = NonNullable<NonNullable<Body['evidence']>[number]['quote']>
export type Piece = { kind: 'pull-request' | 'document'; id: string; quote: Quote | null; note: string }
/** What somebody writes of an achievement. */
export type Draft = { title: string; story: string; evidence: readonly Piece[] }

export const emptyDraft: Draft = { title: '', story: '', evidence: [] }

type Told = {
  title: string
  story: string
  evidence: readonly {
    kind: Piece['kind']
    id: string
    quote: { field: string; index?: number; start: number; end: number } | null
    note: string
  }[]
}

/** What was saved, to be changed: without what the evidence is and comes to. */
export const draftOf = ({ title, story, evidence }: Told): Draft => ({
  title,
  story,
  evidence: evidence.map(({ kind, id, quote, note }) => ({ kind, id, quote: quote && placeOf(quote), note })),
})

const FIELDS: readonly Quote['field'][] = ['title', 'body', 'commit', 'text']

function placeOf({ field, index, start, end }: NonNullable<Told['evidence'][number]['quote']>): Quote | null {
  const known = FIELDS.find((candidate) => candidate === field)
  return known ? { field: known, ...(index === undefined ? {} : { index }), start, end } : null
}

/** What the API takes. */
export const inputOf = ({ title, story, evidence }: Draft) => ({ title: title.trim(), story, evidence: [...evidence] })

/** Adds evidence behind the rest; once is enough. */
export const withPiece = (
  draft: Draft,
  { kind, id, quote = null }: Pick<Piece, 'kind' | 'id'> & Partial<Piece>,
): Draft =>
  draft.evidence.some((piece) => piece.id === id)
    ? draft
    : { ...draft, evidence: [...draft.evidence, { kind, id, quote, note: '' }] }

export const withoutPiece = (draft: Draft, id: string): Draft => ({
  ...draft,
  evidence: draft.evidence.filter((piece) => piece.id !== id),
})

export const changePiece = (draft: Draft, id: string, change: Partial<Pick<Piece, 'quote' | 'note'>>): Draft => ({
  ...draft,
  evidence: draft.evidence.map((piece) => (piece.id === id ? { ...piece, ...change } : piece)),
})

export const movePiece = (draft: Draft, id: string, by: 1 | -1): Draft => ({
  ...draft,
  evidence: moved(draft.evidence, id, by),
})

/** The same with one of them a place further up (-1) or down (1); at the end it stays. */
export function moved<Item extends { id: string }>(items: readonly Item[], id: string, by: 1 | -1): Item[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + by
  const item = items[from]
  if (!item || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
