import { ApiProblem, read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useEdited } from '../../api/use-edited.ts'
import { ConflictPanel } from '../../ui/conflict-panel.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { ErrorPanel, Loaded } from '../../ui/states.tsx'
import { PublicationBadge } from '../achievements/publication-badge.tsx'
import { PortfolioActions } from './portfolio-actions.tsx'
import { type Portfolio, portfolioQuery } from './portfolio-query.ts'
import { canBeSaved, type ProfileDraft, profileDraftOf, profileInputOf } from './profile-draft.ts'
import { ProfileForm } from './profile-form.tsx'
import { PublishedSection } from './published-section.tsx'

/** Whom the portfolio is of, what of it is public, and what can be taken along. */
export function PortfolioPage() {
  const query = useQuery(portfolioQuery)
  return (
    <Loaded query={query} what="the portfolio">
      {(portfolio) => <Editor stored={portfolio} />}
    </Loaded>
  )
}

function Editor({ stored }: { stored: Portfolio }) {
  const client = useQueryClient()
  const { tell } = useNotices()
  const maySubmit = useMay('submit')
  const edited = useEdited<Portfolio, ProfileDraft>(stored, profileDraftOf)
  const { draft, setDraft, seen, isUnsaved, conflict } = edited
  const { queryKey } = portfolioQuery
  const save = useMutation({
    mutationFn: (sent: { draft: ProfileDraft; version: number }) =>
      read(api.PUT('/api/v2/portfolio', { body: { ...profileInputOf(sent.draft), version: sent.version } })),
    onSuccess: (answer, sent) => {
      edited.saved(answer, sent.draft)
      client.setQueryData(queryKey, answer)
      tell(`Saved as version ${answer.version}.`)
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.code === 'VERSION_CONFLICT') await client.refetchQueries({ queryKey })
    },
  })
  const canSave = canBeSaved(draft) && !save.isPending
  return (
    <Page
      title="Portfolio"
      lead={
        <>
          {stored.version === 0 ? 'Not saved yet' : <PublicationBadge of={stored} />}
          {stored.version === 0 ? null : ` Version ${stored.version}`} · <Link to="/achievements">Achievements</Link>
        </>
      }
      actions={<PortfolioActions portfolio={stored} isUnsaved={isUnsaved} />}
    >
      {conflict ? (
        <ConflictPanel
          version={conflict.version}
          isBusy={save.isPending}
          onTheirs={() => {
            edited.take(conflict)
            save.reset()
          }}
          onMine={() => save.mutate({ draft, version: conflict.version })}
        >
          Their name: “{conflict.name}”. Their headline: “{conflict.headline}”.
        </ConflictPanel>
      ) : null}
      {save.error && !conflict ? <ErrorPanel error={save.error} /> : null}
      <PublishedSection portfolio={stored} />
      <ProfileForm draft={draft} onChange={setDraft} isReadOnly={!maySubmit} />
      {isUnsaved && !conflict ? (
        <SaveBar
          note="Changes are not saved."
          action="Save"
          isDisabled={!canSave}
          onSave={() => save.mutate({ draft, version: seen })}
        />
      ) : null}
      <LeaveGuard isUnsaved={() => isUnsaved} />
    </Page>
  )
}
