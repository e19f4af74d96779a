import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useMay } from '../../api/session.ts'
import { useEdited } from '../../api/use-edited.ts'
import { ConflictPanel } from '../../ui/conflict-panel.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { ErrorPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { Story } from '../../ui/story.tsx'
import { type Draft, draftOf } from './achievement-draft.ts'
import { AchievementForm } from './achievement-form.tsx'
import { type Achievement, achievementQuery } from './achievement-queries.ts'
import styles from './achievements.module.css'
import { PublicationActions } from './publication-actions.tsx'
import { PublicationBadge } from './publication-badge.tsx'
import { useSaveAchievement } from './use-save-achievement.ts'
import { ValuePanel } from './value-panel.tsx'
import { VersionsSection } from './versions-section.tsx'

const route = getRouteApi('/achievements/$id')

/** The editor of an achievement. */
export function AchievementPage() {
  const { id } = route.useParams()
  const query = useQuery(achievementQuery(id))
  return (
    <Loaded query={query} what="the achievement">
      {(achievement) => <Editor key={id} stored={achievement} />}
    </Loaded>
  )
}

function Editor({ stored }: { stored: Achievement }) {
  const maySubmit = useMay('submit')
  const isGone = useRef(false)
  const edited = useEdited<Achievement, Draft>(stored, draftOf)
  const { draft, setDraft, seen, isUnsaved, conflict } = edited
  const save = useSaveAchievement(stored.id, { onSaved: edited.saved })
  const canSave = draft.title.trim() !== '' && !save.isPending
  return (
    <Page
      title={stored.title}
      lead={
        <>
          <PublicationBadge of={stored} /> Version {stored.version} · <Link to="/achievements">All achievements</Link>
        </>
      }
      actions={
        <PublicationActions
          achievement={stored}
          isUnsaved={isUnsaved}
          onGone={() => {
            isGone.current = true
          }}
        />
      }
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
          <Difference mine={draft} theirs={conflict} />
        </ConflictPanel>
      ) : null}
      {save.error && !conflict ? <ErrorPanel error={save.error} /> : null}
      {stored.evidence.some(({ isQuoteGone }) => isQuoteGone) ? (
        <PartialNote>
          Words that were quoted are not there any more, so the public does not see them. Choose others of{' '}
          {stored.evidence
            .filter(({ isQuoteGone }) => isQuoteGone)
            .map((piece) => `“${piece.title ?? (piece.kind === 'document' ? piece.name : '')}”`)
            .join(' and ')}
          .
        </PartialNote>
      ) : null}
      <AchievementForm draft={draft} onChange={setDraft} isReadOnly={!maySubmit} />
      <Section title="What it comes to">
        {isUnsaved ? (
          <PartialNote>This is of what was saved last; save to see what it comes to now.</PartialNote>
        ) : null}
        <ValuePanel value={stored.value} />
      </Section>
      <VersionsSection id={stored.id} version={stored.version} onPutBack={(kept) => setDraft(draftOf(kept))} />
      {isUnsaved && !conflict ? (
        <SaveBar
          note="Changes are not saved."
          action="Save"
          isDisabled={!canSave}
          onSave={() => save.mutate({ draft, version: seen })}
        />
      ) : null}
      <LeaveGuard isUnsaved={() => isUnsaved && !isGone.current} />
    </Page>
  )
}

/** What somebody else changed, in a few words, with their story to read. */
const Difference = ({ mine, theirs }: { mine: Draft; theirs: Achievement }) => (
  <>
    <p>
      Their title: “{theirs.title}”{theirs.title === mine.title.trim() ? ', as yours' : ''}. Their evidence:{' '}
      {theirs.evidence.length} {theirs.evidence.length === 1 ? 'piece' : 'pieces'}; yours: {mine.evidence.length}. Their
      story is{' '}
      {theirs.story === mine.story ? 'the same as yours.' : 'another one. Earlier versions are kept either way.'}
    </p>
    {theirs.story === mine.story ? null : (
      <details className={styles.theirs}>
        <summary>Read theirs</summary>
        <Story text={theirs.story} />
      </details>
    )}
  </>
)
