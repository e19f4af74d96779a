import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useRef } from 'react'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { authorsQuery } from '../../ui/choose-authors.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { MoreFilters } from '../../ui/more-filters.tsx'
import { TypedField } from '../../ui/typed-field.tsx'
import type { PullRequestFilter } from './pull-request-filter.ts'
import { RepositoryField } from './repository-field.tsx'

/** As the classifier calls them. */
const KINDS = ['feature', 'fix', 'perf', 'security', 'refactor', 'docs', 'test', 'chore', 'deps']

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
  const { q: _title, ...folded } = narrowing
  return (
    <search>
      <Fields>
        <TypedField label="Title has" type="search" ref={search} text={filter.q} onText={set('q')} />
        <MoreFilters isUsed={Object.keys(folded).length > 0}>
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
        </MoreFilters>
      </Fields>
      {Object.keys(narrowing).length > 0 ? (
        <Button look="quiet" onClick={() => onChange(sort ? { sort } : {})}>
          Show all
        </Button>
      ) : null}
    </search>
  )
}

/** Names come as one writes; a part of one is nobody's, so the list waits until a name is whole. */
function AuthorField({ value, onSettled }: { value: string | undefined; onSettled: (value: string) => void }) {
  const list = useId()
  const { data } = useQuery(authorsQuery)
  const names = useMemo(() => new Set(data?.items.map(({ name }) => name)), [data])
  return (
    <>
      <TypedField
        label="Author"
        list={list}
        text={value}
        onText={onSettled}
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
