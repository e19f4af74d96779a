import { read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { Page } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { ErrorPanel, Loaded } from '../../ui/states.tsx'
import { type Draft, emptyDraft, inputOf, type Piece, withPiece } from './achievement-draft.ts'
import { AchievementForm } from './achievement-form.tsx'
import { achievementQuery, sourceQuery } from './achievement-queries.ts'

const LONGEST_TITLE = 200
const route = getRouteApi('/achievements/new')

/** A new achievement, empty or begun with the pull request or the document that the address names. */
export function NewAchievementPage() {
  const { 'pull-request': pullRequest, document } = route.useSearch()
  if (pullRequest) return <BegunWith key={pullRequest} piece={{ kind: 'pull-request', id: pullRequest }} />
  if (document) return <BegunWith key={document} piece={{ kind: 'document', id: document }} />
  return <Editor initial={emptyDraft} />
}

function BegunWith({ piece }: { piece: Pick<Piece, 'kind' | 'id'> }) {
  const query = useQuery(sourceQuery(piece))
  return (
    <Loaded query={query} what="the evidence">
      {({ title, claims }) => (
        <Editor
          initial={withPiece(
            { ...emptyDraft, title: title.slice(0, LONGEST_TITLE).toWellFormed() },
            { ...piece, quote: claims[0]?.quote ?? null },
          )}
        />
      )}
    </Loaded>
  )
}

function Editor({ initial }: { initial: Draft }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const maySubmit = useMay('submit')
  const [first] = useState(initial)
  const [draft, setDraft] = useState(initial)
  const isAdded = useRef(false)
  const add = useMutation({
    mutationFn: () => read(api.POST('/api/v2/achievements', { body: inputOf(draft) })),
    onSuccess: async (added) => {
      isAdded.current = true
      client.setQueryData(achievementQuery(added.id).queryKey, added)
      void client.invalidateQueries({ queryKey: ['achievements', 'list'] })
      void client.invalidateQueries({ queryKey: ['achievements', 'suggestions'] })
      await navigate({ to: '/achievements/$id', params: { id: added.id }, replace: true })
    },
  })
  return (
    <Page title="New achievement" lead={<Link to="/achievements">All achievements</Link>}>
      {add.error ? <ErrorPanel error={add.error} /> : null}
      <AchievementForm draft={draft} onChange={setDraft} isReadOnly={!maySubmit} />
      <SaveBar
        note="Nobody else sees it until it is published."
        action="Create the draft"
        isDisabled={draft.title.trim() === '' || add.isPending}
        onSave={() => add.mutate()}
      />
      <LeaveGuard isUnsaved={() => draft !== first && !isAdded.current} />
    </Page>
  )
}
