import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import styles from './search.module.css'

const route = getRouteApi('/ask')

/** Questions, answered from what is stored or not at all. */
export function AskPage() {
  const { question } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(question ?? '')
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', 'Go to the question', () => field.current?.focus())
  const answer = useQuery({
    queryKey: ['answer', question],
    enabled: question !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => read(api.POST('/api/v2/ask', { body: { question: question ?? '' }, signal })),
  })
  return (
    <Page title="Ask" lead="Every sentence of an answer leads to where it stands; what is not there is not answered.">
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim()) void navigate({ search: { question: typed.trim() } })
        }}
      >
        <TextField
          ref={field}
          label="Question"
          autoFocus={!question}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="primary" disabled={typed.trim() === ''}>
          Ask
        </Button>
      </form>
      {question === undefined ? (
        <EmptyPanel title="Ask in your own words">
          Such as “Why was the cache replaced?”, or “How many pull requests did Ada merge in March 2026?”, which is
          counted and shows how.
        </EmptyPanel>
      ) : (
        <Loaded query={answer} what="the answer">
          {(data) => <AnswerPanel answer={data} />}
        </Loaded>
      )}
    </Page>
  )
}
