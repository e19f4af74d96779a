import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { kindsQuery } from '../../api/kinds.ts'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { MoreFilters } from '../../ui/more-filters.tsx'
import { TypedField } from '../../ui/typed-field.tsx'
import { isNarrowed, type JobSearch, STATES, statesIn } from './job-search.ts'
import styles from './jobs.module.css'

const FOLDED = ['kind', 'repository', 'error', 'from', 'to'] as const

/** What the list is narrowed to; every change is in the address at once. */
export function JobFilters({ search, onChange }: { search: JobSearch; onChange: (search: JobSearch) => void }) {
  const { data: kinds } = useQuery(kindsQuery)
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Search the jobs', () => field.current?.focus())
  const change = (name: keyof JobSearch, text: string) => {
    const { [name]: _before, ...rest } = search
    onChange(text ? { ...rest, [name]: text } : rest)
  }
  const states = statesIn(search.state)

  return (
    <search className={styles.filters} aria-label="Narrow the list">
      <fieldset className={styles.states}>
        <legend>State</legend>
        {STATES.map((state) => {
          const isOn = states.includes(state)
          return (
            <button
              key={state}
              type="button"
              aria-pressed={isOn}
              onClick={() =>
                change('state', STATES.filter((other) => (other === state ? !isOn : states.includes(other))).join())
              }
            >
              {state}
            </button>
          )
        })}
      </fieldset>
      <div className={styles.fields}>
        <TypedField
          label="Text"
          hint="In the input, the error or the beginning of the id"
          type="search"
          ref={field}
          text={search.q}
          onText={(text) => change('q', text)}
        />
        <MoreFilters isUsed={FOLDED.some((name) => search[name] !== undefined)}>
          <SelectField
            label="Kind"
            value={search.kind ?? ''}
            onChange={({ target }) => change('kind', target.value)}
            options={[['', 'any'], ...(kinds?.items ?? []).map(({ kind, title }) => [kind, title] as const)]}
          />
          <TypedField
            label="Repository"
            hint="Name, id or source"
            maxLength={2_000}
            text={search.repository}
            onText={(text) => change('repository', text)}
          />
          <TypedField label="Error code" text={search.error} onText={(text) => change('error', text.toUpperCase())} />
          <MomentField label="Created from" at={search.from ?? ''} onAt={(at) => change('from', at)} />
          <MomentField label="Created until" at={search.to ?? ''} onAt={(at) => change('to', at)} />
        </MoreFilters>
      </div>
      {isNarrowed(search) ? (
        <div className={styles.narrowed}>
          {(['fingerprint', 'parent', 'root'] as const).map((name) =>
            search[name] ? (
              <Button key={name} onClick={() => change(name, '')}>
                {name} {search[name]} ×
              </Button>
            ) : null,
          )}
          <Button look="quiet" onClick={() => onChange({})}>
            Show all jobs
          </Button>
        </div>
      ) : null}
    </search>
  )
}
