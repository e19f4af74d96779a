import { read } from '@assay/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import type { Piece } from './achievement-draft.ts'
import styles from './achievements.module.css'
import { useSettled } from './use-settled.ts'

type Props = {
  chosen: readonly Piece[]
  onAdd: (piece: Pick<Piece, 'kind' | 'id'>) => void
}

/** What is typed faster than this is one search. */
const TYPING_MS = 150
const FOUND = 20

/** Finds pull requests and documents by their words and their meaning, and adds them. */
export const EvidenceDialog = ({ isOpen, onClose, ...props }: Props & { isOpen: boolean; onClose: () => void }) => (
  <Dialog title={isOpen ? 'Add evidence' : null} onClose={onClose}>
    <Finder {...props} />
  </Dialog>
)

function Finder({ chosen, onAdd }: Props) {
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<Piece['kind'] | ''>('')
  const words = useSettled(typed.trim(), TYPING_MS)
  const query = useQuery({
    queryKey: ['search', 'evidence', words, kind],
    enabled: words !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read(
        api.POST('/api/v2/search', {
          body: { query: words, filter: kind === '' ? {} : { source: kind }, limit: FOUND },
          signal,
        }),
      ),
  })
  return (
    <>
      <Fields>
        <TextField
          label="Search for"
          type="search"
          autoFocus
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <SelectField
          label="Among"
          value={kind}
          options={[
            ['', 'All'],
            ['pull-request', 'Pull requests'],
            ['document', 'Documents'],
          ]}
          onChange={({ target: { value } }) => setKind(value === 'pull-request' || value === 'document' ? value : '')}
        />
      </Fields>
      {words === '' ? (
        <p className={styles.note}>Type a few words of what was changed, or why.</p>
      ) : (
        <Loaded query={query} what="what fits; the first search reads all passages and takes a moment">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyPanel title="Nothing fits">Try fewer or other words.</EmptyPanel>
            ) : (
              <ol className={styles.found} aria-label="Found">
                {items.map(({ title, source, passage, highlights }) => {
                  const isChosen = chosen.some(({ id }) => id === source.id)
                  return (
                    <li key={source.id}>
                      <div className={styles.words}>
                        <strong>{title}</strong>
                        <div className={styles.note}>
                          {source.kind === 'document'
                            ? `Document · ${source.name}`
                            : `${source.repository}${source.number === null ? '' : ` #${source.number}`} · ${source.author}`}
                        </div>
                        <p className={styles.passage}>
                          <MarkedText
                            text={passage.text}
                            marks={highlights.map(({ start, end }) => ({
                              start: start - passage.start,
                              end: end - passage.start,
                            }))}
                          />
                        </p>
                      </div>
                      <Button
                        aria-label={isChosen ? `Added: ${title}` : `Add ${title}`}
                        disabled={isChosen}
                        onClick={() => onAdd({ kind: source.kind, id: source.id })}
                      >
                        {isChosen ? 'Added' : 'Add'}
                      </Button>
                    </li>
                  )
                })}
              </ol>
            )
          }
        </Loaded>
      )}
    </>
  )
}
