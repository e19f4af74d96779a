import { read } from '@assay/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { api } from '../api/client.ts'
import { Button } from './button.tsx'
import styles from './choose-authors.module.css'
import { TextField } from './field.tsx'

/** Every name that pull requests were written under. */
export const authorsQuery = queryOptions({
  queryKey: ['authors', 'names'],
  queryFn: () => read(api.GET('/api/v2/authors')),
  staleTime: 60_000,
})

/** Chooses people by their names, some at a time. */
export function ChooseAuthors({
  chosen,
  most,
  onChange,
}: {
  chosen: readonly string[]
  most: number
  onChange: (chosen: string[]) => void
}) {
  const list = useId()
  const [name, setName] = useState('')
  const { data, isFetching } = useQuery(authorsQuery)
  const names = data?.items.map(({ name: known }) => known) ?? []
  const isFull = chosen.length >= most
  const found = names.find((known) => known.toLowerCase() === name.trim().toLowerCase())
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (found === undefined) return
    onChange([...new Set([...chosen, found])])
    setName('')
  }
  return (
    <form className={styles.choose} onSubmit={add}>
      <TextField
        label="Person"
        list={list}
        value={name}
        disabled={isFull}
        hint={hintOf({ isFull, isFetching, isKnown: name.trim() === '' || found !== undefined, most })}
        onChange={({ target }) => setName(target.value)}
      />
      <datalist id={list}>
        {names.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <Button type="submit" disabled={isFull || found === undefined}>
        Add
      </Button>
      {chosen.length > 0 ? (
        <ul className={styles.chosen} aria-label="People chosen">
          {chosen.map((person) => (
            <li key={person}>
              <Button
                aria-label={`Remove ${person}`}
                onClick={() => onChange(chosen.filter((other) => other !== person))}
              >
                {person} ×
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  )
}

function hintOf({
  isFull,
  isFetching,
  isKnown,
  most,
}: {
  isFull: boolean
  isFetching: boolean
  isKnown: boolean
  most: number
}) {
  if (isFull) return `${most} people are as many as fit.`
  if (isFetching) return 'Reading the names …'
  return isKnown ? 'As commits name them' : 'Nobody has that name yet; choose one of the list.'
}
