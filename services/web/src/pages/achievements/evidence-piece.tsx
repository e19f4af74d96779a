import { useQuery } from '@tanstack/react-query'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Loaded } from '../../ui/states.tsx'
import type { Piece } from './achievement-draft.ts'
import { sourceQuery } from './achievement-queries.ts'
import styles from './achievements.module.css'
import type { EvidenceSource } from './evidence-source.ts'
import { wordsAt } from './quote-place.ts'

/** One piece of evidence: what it is, the words that prove it, and what is to be said of it. */
export function EvidencePiece({
  piece,
  isFirst,
  isLast,
  isReadOnly,
  onQuote,
  onNote,
  onMove,
  onRemove,
}: {
  piece: Piece
  isFirst: boolean
  isLast: boolean
  isReadOnly: boolean
  onQuote: () => void
  onNote: (note: string) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const query = useQuery(sourceQuery(piece))
  const name = query.data?.title ?? 'this evidence'
  const quoting = piece.quote ? 'Other words …' : 'Quote words …'
  return (
    <li className={styles.piece}>
      <Loaded query={query} what="the evidence">
        {(source) => <Source source={source} piece={piece} />}
      </Loaded>
      <TextField
        label="Note"
        hint="What it proves, in your words. The public reads it."
        maxLength={1_000}
        readOnly={isReadOnly}
        value={piece.note}
        onChange={({ target }) => onNote(target.value)}
      />
      {isReadOnly ? null : (
        <div className={styles.acts}>
          <Button aria-label={`${quoting} of ${name}`} disabled={!query.data} onClick={onQuote}>
            {quoting}
          </Button>
          <Button look="quiet" aria-label={`Move ${name} up`} disabled={isFirst} onClick={() => onMove(-1)}>
            ↑
          </Button>
          <Button look="quiet" aria-label={`Move ${name} down`} disabled={isLast} onClick={() => onMove(1)}>
            ↓
          </Button>
          <Button look="quiet" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </div>
      )}
    </li>
  )
}

function Source({ source, piece: { quote } }: { source: EvidenceSource; piece: Piece }) {
  const { title, line, at, address, visibility, texts } = source
  const words = quote ? wordsAt(texts, quote) : null
  return (
    <div className={styles.words}>
      <h3>
        {/* In a tab of its own, as there may be changes here that are not saved. */}
        <a href={address} target="_blank" rel="noopener">
          {title}
        </a>
      </h3>
      <div className={styles.note}>
        {source.kind === 'document' ? <Badge>document</Badge> : null}{' '}
        {visibility && visibility !== 'public' ? (
          <Badge tone="warn">{visibility === 'unknown' ? 'not known to be public' : `${visibility} repository`}</Badge>
        ) : null}{' '}
        {line} · <Moment at={at} as="day" />
      </div>
      {words ? <blockquote className={styles.quote}>{words}</blockquote> : null}
      {quote && !words ? (
        <p className={styles.bad}>The words that were quoted are not there any more; choose others.</p>
      ) : null}
    </div>
  )
}
