import { useState } from 'react'
import { Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import { changePiece, type Draft, movePiece, type Piece, withoutPiece, withPiece } from './achievement-draft.ts'
import styles from './achievements.module.css'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { EvidencePiece } from './evidence-piece.tsx'
import { QuoteDialog } from './quote-dialog.tsx'

/** As the API has it. */
const MOST_EVIDENCE = 50

type Open = { what: 'search' } | { what: 'quote'; of: Piece } | null

/** The pull requests and documents that prove it, in the order that the public sees them in. */
export function EvidenceSection({
  draft,
  onChange,
  isReadOnly,
}: {
  draft: Draft
  onChange: (change: (draft: Draft) => Draft) => void
  isReadOnly: boolean
}) {
  const [open, setOpen] = useState<Open>(null)
  const { evidence } = draft
  return (
    <Section
      title={`Evidence (${evidence.length})`}
      actions={
        <ScopedButton
          needs="submit"
          disabled={evidence.length >= MOST_EVIDENCE}
          onClick={() => setOpen({ what: 'search' })}
        >
          Add evidence …
        </ScopedButton>
      }
    >
      {evidence.length === 0 ? (
        <EmptyPanel title="Nothing proves it yet">Add pull requests and documents, and quote their words.</EmptyPanel>
      ) : (
        <ol className={styles.list} aria-label="Evidence">
          {evidence.map((piece, index) => (
            <EvidencePiece
              key={piece.id}
              piece={piece}
              isFirst={index === 0}
              isLast={index === evidence.length - 1}
              isReadOnly={isReadOnly}
              onQuote={() => setOpen({ what: 'quote', of: piece })}
              onNote={(note) => onChange((before) => changePiece(before, piece.id, { note }))}
              onMove={(by) => onChange((before) => movePiece(before, piece.id, by))}
              onRemove={() => onChange((before) => withoutPiece(before, piece.id))}
            />
          ))}
        </ol>
      )}
      <EvidenceDialog
        isOpen={open?.what === 'search'}
        chosen={evidence}
        onAdd={(piece) => onChange((before) => withPiece(before, piece))}
        onClose={() => setOpen(null)}
      />
      <QuoteDialog
        piece={open?.what === 'quote' ? open.of : null}
        onChoose={(id, quote) => {
          onChange((before) => changePiece(before, id, { quote }))
          setOpen(null)
        }}
        onClose={() => setOpen(null)}
      />
    </Section>
  )
}
