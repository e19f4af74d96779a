import { read } from '@assay/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { api } from '../../api/client.ts'
import { Fields, SelectField } from '../../ui/field.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { ErrorPanel } from '../../ui/states.tsx'
import type { Document } from './document.ts'
import { type Strategy, strategies } from './document-params.ts'
import styles from './documents.module.css'
import { splitForDrawing } from './split-for-drawing.ts'

type Piece = { start: number; end: number; what: 'chunk' | 'cited'; index: number }

const route = getRouteApi('/documents/$id')

/** The text as it was read, with the chunks of a strategy drawn over it and the passage that was asked for marked. */
export function ChunkedText({ document: { id }, text }: { document: Document; text: string }) {
  const { chunks: strategy, start, end } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({
    queryKey: ['documents', id, 'chunks', strategy],
    enabled: strategy !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v2/documents/{id}/chunks', {
          params: { path: { id }, query: { strategy: strategy ?? 'recursive' } },
          signal,
        }),
      ),
  })
  const pieces = useMemo<Piece[]>(
    () => [
      ...(strategy && query.data
        ? query.data.items.map((chunk) => ({
            start: chunk.start,
            end: chunk.end,
            what: 'chunk' as const,
            index: chunk.index,
          }))
        : []),
      ...(start !== undefined && end !== undefined ? [{ start, end, what: 'cited' as const, index: -1 }] : []),
    ],
    [strategy, query.data, start, end],
  )
  const cited = useRef<HTMLElement>(null)
  useEffect(() => {
    if (start !== undefined) cited.current?.querySelector('[data-cited]')?.scrollIntoView({ block: 'center' })
  }, [start])

  return (
    <>
      <Fields>
        <SelectField
          label="Chunks drawn over the text"
          value={strategy ?? ''}
          options={[['', 'None'], ...strategies.map((name) => [name, name] as const)]}
          onChange={({ target }) => {
            const chosen: Strategy | undefined = strategies.find((name) => name === target.value)
            void navigate({ search: ({ chunks: _chunks, ...rest }) => (chosen ? { ...rest, chunks: chosen } : rest) })
          }}
        />
      </Fields>
      {query.error ? <ErrorPanel error={query.error} again={() => void query.refetch()} /> : null}
      {strategy && query.data ? (
        <p className={styles.note} role="status">
          {query.data.items.length.toLocaleString()} chunks
          {query.data.isWhole ? '' : ` of the first ${query.data.characters.toLocaleString()} characters`}; where two
          overlap, both are drawn.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section ref={cited} className={styles.text} aria-label="Text of the document" tabIndex={0}>
        {splitForDrawing(text, pieces).map((part) => (
          <div key={part.start} className={styles.part}>
            <MarkedText text={part.text} marks={part.marks} show={showPiece} />
          </div>
        ))}
      </section>
    </>
  )
}

const TINTS = [styles.even, styles.odd]

function showPiece(piece: string, marks: readonly Piece[]) {
  const isCited = marks.some(({ what }) => what === 'cited')
  const chunks = marks.filter(({ what }) => what === 'chunk')
  const tint = chunks.length > 1 ? styles.overlap : TINTS[(chunks[0]?.index ?? 0) % 2]
  const title = chunks.map(({ index }) => `chunk ${index + 1}`).join(' and ')
  const drawn = (
    <span className={chunks.length > 0 ? tint : undefined} title={title || undefined}>
      {piece}
    </span>
  )
  return isCited ? <mark data-cited="">{drawn}</mark> : drawn
}
