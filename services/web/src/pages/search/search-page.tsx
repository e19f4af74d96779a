import { read } from '@assay/client'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { FoundItem } from './found-item.tsx'
import styles from './search.module.css'
import { type SearchParams, toFilter } from './search-params.ts'

const PAGE = 20
/** What is typed faster than this is one search. */
const TYPING_MS = 150
const KINDS = ['feature', 'fix', 'security', 'perf', 'refactor', 'docs', 'test', 'chore', 'deps'] as const

const route = getRouteApi('/search')

/** Search as one types, over pull requests and documents together. */
export function SearchPage() {
  const params = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(params.q ?? '')
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Go to the search field', () => field.current?.focus())

  const change = (changed: Partial<Record<keyof SearchParams, string>>) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== '')),
      replace: true,
    })
  useEffect(() => {
    if (typed === (params.q ?? '')) return undefined
    const timer = setTimeout(
      () =>
        void navigate({
          search: ({ q: _q, ...rest }) => (typed === '' ? rest : { ...rest, q: typed }),
          replace: true,
        }),
      TYPING_MS,
    )
    return () => clearTimeout(timer)
  }, [typed, params.q, navigate])

  return (
    <Page title="Search" lead="Passages of pull requests and documents, by their words and their meaning.">
      {/* biome-ignore lint/a11y/useSemanticElements: the element "search" has no type yet */}
      <form role="search" className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          ref={field}
          label="Search for"
          type="search"
          autoFocus={!params.q}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Filters params={params} onChange={change} />
      </form>
      <Results params={useDeferredValue(params)} />
    </Page>
  )
}

function Filters({
  params,
  onChange,
}: {
  params: SearchParams
  onChange: (changed: Partial<Record<keyof SearchParams, string>>) => void
}) {
  const repositories = useQuery({
    queryKey: ['repositories', 'names'],
    queryFn: () => read(api.GET('/api/v2/repositories', { params: { query: { limit: 100 } } })),
    staleTime: 60_000,
  })
  const field = (name: keyof SearchParams) => ({
    value: params[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  })
  return (
    <details className={styles.filters} open={Object.keys(params).some((name) => name !== 'q')}>
      <summary>Filters</summary>
      <Fields>
        <SelectField
          label="Source"
          {...field('source')}
          options={[
            ['', 'All'],
            ['pull-request', 'Pull requests'],
            ['document', 'Documents'],
          ]}
        />
        <SelectField
          label="Repository"
          {...field('repository')}
          options={[['', 'All'], ...(repositories.data?.items ?? []).map(({ id, name }) => [id, name] as const)]}
        />
        <SelectField
          label="Kind"
          {...field('kind')}
          options={[['', 'All'], ...KINDS.map((kind) => [kind, kind] as const)]}
        />
        <TextField label="Author" {...field('author')} />
        <TextField label="Language" placeholder="eng" {...field('language')} />
        <TextField label="From" type="date" {...field('from')} />
        <TextField label="To" type="date" {...field('to')} />
      </Fields>
    </details>
  )
}

function Results({ params }: { params: SearchParams }) {
  const { q = '' } = params
  const query = useInfiniteQuery({
    queryKey: ['search', params],
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      read(
        api.POST('/api/v2/search', {
          body: { query: q, filter: toFilter(params), limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  if (q.trim() === '')
    return (
      <EmptyPanel title="What are you looking for?">
        Type a few words, such as what was changed or why. Words need not be the same as in the text.
      </EmptyPanel>
    )
  return (
    <Loaded query={query} what="what fits; the first search reads all passages and takes a moment">
      {({ pages }) => {
        const [first] = pages
        const items = pages.flatMap((page) => page.items)
        if (!first) return null
        return (
          <>
            <p className={styles.told} role="status">
              {items.length === 0 ? 'Nothing' : `${items.length}${query.hasNextPage ? ' and more' : ''}`} found in{' '}
              {first.passages.toLocaleString()} passages, {first.tookMs.toFixed(1)} ms
              {first.corrections.map(({ written, read: taken }) => (
                <span key={written}>
                  {' · '}no text holds “{written}”; searched for “{taken}”
                </span>
              ))}
            </p>
            {first.stale ? (
              <PartialNote>Something was added or removed since; it is found as soon as it is read.</PartialNote>
            ) : null}
            {items.length === 0 ? (
              <EmptyPanel title="No passage fits">Try fewer or other words, or take a filter away.</EmptyPanel>
            ) : null}
            <ol className={styles.items}>
              {items.map((item) => (
                <FoundItem key={item.passage.id} item={item} />
              ))}
            </ol>
            {query.hasNextPage ? (
              <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show more
              </Button>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}
