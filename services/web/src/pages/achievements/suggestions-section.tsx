import { type paths, read } from '@assay/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { api } from '../../api/client.ts'
import { ChooseAuthors } from '../../ui/choose-authors.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { Story } from '../../ui/story.tsx'
import { achievementQuery } from './achievement-queries.ts'
import styles from './achievements.module.css'

type Suggestion =
  paths['/api/v2/achievements/suggestions']['get']['responses'][200]['content']['application/json']['items'][number]

/** As the API has it. */
const MOST_AUTHORS = 20
const route = getRouteApi('/achievements')

/** Drafts of what might be told, from work that no achievement tells of. */
export function SuggestionsSection() {
  const { author = [] } = route.useSearch()
  const query = useQuery({
    queryKey: ['achievements', 'suggestions', author],
    placeholderData: keepPreviousData,
    queryFn: () =>
      read(
        api.GET('/api/v2/achievements/suggestions', {
          params: { query: { limit: 10, ...(author.length > 0 ? { author } : {}) } },
        }),
      ),
  })
  return (
    <Section title="What might be told">
      <Authors chosen={author} />
      <Loaded query={query} what="suggestions">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPanel title="Nothing is left to suggest">
              {author.length > 0
                ? 'Nothing untold was found of these people.'
                : 'Suggestions are made of pull requests that are collected and assessed, and that no achievement tells of.'}
            </EmptyPanel>
          ) : (
            <ol className={styles.list} aria-label="Suggestions">
              {items.map((suggestion) => (
                <SuggestionRow key={suggestion.draft.evidence[0]?.id ?? suggestion.draft.title} of={suggestion} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  )
}

function Authors({ chosen }: { chosen: readonly string[] }) {
  const navigate = route.useNavigate()
  const [isOpen, setOpen] = useState(chosen.length > 0)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.note}>Only work of some people</summary>
      {/* Reading everybody's name takes a while, and few need it. */}
      {isOpen ? (
        <ChooseAuthors
          chosen={chosen}
          most={MOST_AUTHORS}
          onChange={(author) => void navigate({ search: author.length === 0 ? {} : { author }, resetScroll: false })}
        />
      ) : null}
    </details>
  )
}

function SuggestionRow({ of: { draft, because } }: { of: Suggestion }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { tellError } = useNotices()
  const add = useMutation({
    mutationFn: () => read(api.POST('/api/v2/achievements', { body: draft })),
    onSuccess: async (added) => {
      client.setQueryData(achievementQuery(added.id).queryKey, added)
      void client.invalidateQueries({ queryKey: ['achievements'] })
      await navigate({ to: '/achievements/$id', params: { id: added.id } })
    },
    onError: tellError,
  })
  const pullRequests = draft.evidence.flatMap(({ kind, id }) => (kind === 'pull-request' ? id : []))
  return (
    <li className={styles.suggestion}>
      <div className={styles.words}>
        <h3>{draft.title}</h3>
        <div className={styles.note}>
          {because.join(' · ')}
          {pullRequests.map((id, index) => (
            <Fragment key={id}>
              {' '}
              ·{' '}
              <Link to="/pull-requests/$id" params={{ id }}>
                {pullRequests.length === 1 ? 'the pull request' : `pull request ${index + 1}`}
              </Link>
            </Fragment>
          ))}
        </div>
        {draft.story ? <Story text={draft.story} /> : null}
      </div>
      <ScopedButton
        needs="submit"
        aria-label={`Make a draft of it: ${draft.title}`}
        disabled={add.isPending}
        onClick={() => add.mutate()}
      >
        Make a draft of it
      </ScopedButton>
    </li>
  )
}
