import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import type { Piece, Quote } from './achievement-draft.ts'
import { sourceQuery } from './achievement-queries.ts'
import styles from './achievements.module.css'
import type { EvidenceSource } from './evidence-source.ts'
import { LONGEST_QUOTE, placeOfSelection, type SourceText, wordsAt } from './quote-place.ts'

type Choose = (quote: Quote | null) => void
const TEXT_ROWS = 10

/** Chooses the words that prove something: a claim that was found, or what is selected in a text. */
export const QuoteDialog = ({
  piece,
  onChoose,
  onClose,
}: {
  piece: Piece | null
  onChoose: (id: string, quote: Quote | null) => void
  onClose: () => void
}) => (
  <Dialog title={piece ? 'Choose the words that prove it' : null} onClose={onClose}>
    {piece ? <Chooser piece={piece} onChoose={(quote) => onChoose(piece.id, quote)} /> : null}
  </Dialog>
)

function Chooser({ piece, onChoose }: { piece: Piece; onChoose: Choose }) {
  const query = useQuery(sourceQuery(piece))
  return (
    <Loaded query={query} what="its texts">
      {(source) => (
        <>
          <Claims claims={source.claims} onChoose={onChoose} />
          {source.texts.length === 0 ? (
            <EmptyPanel title="There is no text to quote" />
          ) : (
            <Selector texts={source.texts} onChoose={onChoose} />
          )}
          {piece.quote ? <Button onClick={() => onChoose(null)}>Quote nothing</Button> : null}
        </>
      )}
    </Loaded>
  )
}

const Claims = ({ claims, onChoose }: { claims: EvidenceSource['claims']; onChoose: Choose }) =>
  claims.length === 0 ? null : (
    <section className={styles.words} aria-label="What its text states">
      <h3>What its text states</h3>
      <ul className={styles.found}>
        {claims.map(({ text, quote }) => (
          <li key={`${quote.field}:${quote.index ?? 0}:${quote.start}`}>
            <q>{text}</q>
            <Button aria-label={`Quote it: ${text}`} onClick={() => onChoose(quote)}>
              Quote it
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )

function Selector({ texts, onChoose }: { texts: readonly SourceText[]; onChoose: Choose }) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      texts.findIndex(({ field }) => field !== 'title'),
    ),
  )
  const [selection, setSelection] = useState({ start: 0, end: 0 })
  const source = texts[at]
  if (!source) return null
  const place = placeOfSelection(source, selection.start, selection.end)
  const words = place ? wordsAt(texts, place) : null
  const isTooLong = words !== null && words.length > LONGEST_QUOTE
  return (
    <section className={styles.words} aria-label="Words of your choice">
      <h3>Or words of your choice</h3>
      <SelectField
        label="Text"
        value={String(at)}
        options={texts.map(({ name }, index) => [String(index), name] as const)}
        onChange={({ target }) => {
          setAt(Number(target.value))
          setSelection({ start: 0, end: 0 })
        }}
      />
      <TextField
        key={at}
        label="Select the words in it"
        rows={TEXT_ROWS}
        // Not read-only, as keys would not move in it then; what is typed is not taken.
        value={source.text}
        onChange={() => undefined}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setSelection({ start: selectionStart ?? 0, end: selectionEnd ?? 0 })
        }
        error={isTooLong ? `A quote has ${LONGEST_QUOTE.toLocaleString()} signs at most.` : undefined}
      />
      <div className={styles.note} aria-live="polite">
        {words && !isTooLong ? <blockquote className={styles.quote}>{words}</blockquote> : 'Nothing is selected.'}
      </div>
      <Button look="primary" disabled={!place || isTooLong} onClick={() => onChoose(place)}>
        Quote what is selected
      </Button>
    </section>
  )
}
