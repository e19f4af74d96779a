import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { authorsQuery } from '../../ui/choose-authors.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import type { PullRequestFilter } from './pull-request-filter.ts'
import { RepositoryField } from './repository-field.tsx'

/** As the classifier calls them. */
const KINDS = ['feature', 'fix', 'perf', 'security', 'refactor', 'docs', 'test', 'chore', 'deps']
const PAUSE_MS = 250

type Name = keyof PullRequestFilter

/** What the list is narrowed by; all of it stands in the address. */
export function PullRequestFilters({
  filter,
  onChange,
}: {
  filter: PullRequestFilter
  onChange: (filter: PullRequestFilter) => void
}) {
  const set = (name: Name) => (value: string) => {
    const { [name]: _before, ...others } = filter
    onChange(value === '' ? others : { ...others, [name]: value })
  }
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Search titles', () => search.current?.focus())
  const { sort, ...narrowing } = filter
  return (
    <search>
      <Fields>
        <Typed label="Title has" type="search" ref={search} value={filter.q} onSettled={set('q')} />
        <RepositoryField value={filter.repository} onChoose={set('repository')} />
        <AuthorField value={filter.author} onSettled={set('author')} />
        <SelectField
          label="Kind"
          value={filter.kind ?? ''}
          onChange={({ target }) => set('kind')(target.value)}
          options={[['', 'All'], ...KINDS.map((kind) => [kind, kind] as const)]}
        />
        <TextField
          label="Merged from"
          type="date"
          value={filter.from ?? ''}
          onChange={({ target }) => set('from')(target.value)}
        />
        <TextField
          label="Merged to"
          type="date"
          value={filter.to ?? ''}
          onChange={({ target }) => set('to')(target.value)}
        />
      </Fields>
      {Object.keys(narrowing).length > 0 ? (
        <Button look="quiet" onClick={() => onChange(sort ? { sort } : {})}>
          Show all
        </Button>
      ) : null}
    </search>
  )
}

/** A field whose text counts once its writer pauses, and only if it makes sense. */
function Typed({
  value = '',
  onSettled,
  accepts = () => true,
  ...field
}: {
  label: string
  type?: string
  list?: string
  ref?: Ref<HTMLInputElement>
  value: string | undefined
  onSettled: (value: string) => void
  accepts?: (value: string) => boolean
}) {
  const [written, setWritten] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setWritten(value)
  }
  const isAccepted = accepts(written)
  const settle = useRef(onSettled)
  settle.current = onSettled
  useEffect(() => {
    if (written === known || !isAccepted) return
    const timer = setTimeout(() => settle.current(written), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [written, known, isAccepted])
  return <TextField {...field} value={written} maxLength={200} onChange={({ target }) => setWritten(target.value)} />
}

/** Names come as one writes; a part of one is nobody's, so the list waits until a name is whole. */
function AuthorField({ value, onSettled }: { value: string | undefined; onSettled: (value: string) => void }) {
  const list = useId()
  const { data } = useQuery(authorsQuery)
  const names = useMemo(() => new Set(data?.items.map(({ name }) => name)), [data])
  return (
    <>
      <Typed
        label="Author"
        list={list}
        value={value}
        onSettled={onSettled}
        accepts={(name) => name === '' || names.has(name)}
      />
      <datalist id={list}>
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
