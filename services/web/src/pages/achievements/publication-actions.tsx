import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { type Achievement, achievementQuery } from './achievement-queries.ts'
import { stateOf, warningsOf } from './achievement-state.ts'
import styles from './achievements.module.css'

type Act = 'publish' | 'unpublish' | 'delete'

const TITLES: Record<Act, string> = {
  publish: 'Publish this achievement?',
  unpublish: 'Take it away from the public?',
  delete: 'Delete this achievement?',
}
const DOES: Record<Act, string> = { publish: 'Publish it', unpublish: 'Unpublish it', delete: 'Delete it' }
const DONE: Record<Act, string> = {
  publish: 'Published. The public sees it if the portfolio is published too.',
  unpublish: 'The public does not see it any more.',
  delete: 'The achievement was deleted.',
}

/** Shows it to the public, hides it, or deletes it; each is asked for twice. */
export function PublicationActions({
  achievement,
  isUnsaved,
  onGone,
}: {
  achievement: Achievement
  isUnsaved: boolean
  /** Called before the page is left because it is deleted. */
  onGone: () => void
}) {
  const { id, version } = achievement
  const client = useQueryClient()
  const navigate = useNavigate()
  const { tell, tellError } = useNotices()
  const [asked, setAsked] = useState<Act | null>(null)
  const params = { path: { id } }

  const act = useMutation({
    mutationFn: async (what: Act): Promise<Achievement | null> => {
      if (what === 'publish') return read(api.POST('/api/v2/achievements/{id}/publish', { params, body: { version } }))
      if (what === 'unpublish') return read(api.POST('/api/v2/achievements/{id}/unpublish', { params }))
      await read(api.DELETE('/api/v2/achievements/{id}', { params }))
      return null
    },
    onSuccess: async (answer, what) => {
      tell(DONE[what])
      if (answer) client.setQueryData(achievementQuery(id).queryKey, answer)
      else {
        onGone()
        await navigate({ to: '/achievements' })
        client.removeQueries({ queryKey: achievementQuery(id).queryKey })
      }
      await client.invalidateQueries({
        predicate: ({ queryKey: [room, part] }) => room === 'portfolio' || (room === 'achievements' && part !== 'one'),
      })
    },
    onError: async (error) => {
      tellError(error)
      await client.invalidateQueries({ queryKey: achievementQuery(id).queryKey })
    },
    onSettled: () => setAsked(null),
  })

  const state = stateOf(achievement)
  return (
    <>
      {state === 'published' ? null : (
        <ScopedButton
          needs="admin"
          title={isUnsaved ? 'Save your changes first.' : undefined}
          disabled={isUnsaved}
          onClick={() => setAsked('publish')}
        >
          {state === 'draft' ? 'Publish …' : 'Publish changes …'}
        </ScopedButton>
      )}
      {state === 'draft' ? null : (
        <ScopedButton needs="admin" onClick={() => setAsked('unpublish')}>
          Unpublish …
        </ScopedButton>
      )}
      <ScopedButton needs="admin" look="danger" onClick={() => setAsked('delete')}>
        Delete …
      </ScopedButton>
      <Confirm
        title={asked ? TITLES[asked] : null}
        action={asked ? DOES[asked] : ''}
        isBusy={act.isPending}
        onConfirm={() => (asked ? act.mutate(asked) : undefined)}
        onCancel={() => setAsked(null)}
      >
        {asked === 'publish' ? <BeforePublishing achievement={achievement} /> : null}
        {asked === 'unpublish' ? 'Its page goes at once; what was written stays here as a draft.' : null}
        {asked === 'delete'
          ? 'It goes with all its versions, from here and from the site; there is no way back.'
          : null}
      </Confirm>
    </>
  )
}

function BeforePublishing({ achievement }: { achievement: Achievement }) {
  const warnings = warningsOf(achievement)
  return (
    <>
      <p>Everybody can read version {achievement.version} as soon as the portfolio is published.</p>
      {warnings.length > 0 ? (
        <>
          <p className={styles.bad}>This may not be public elsewhere, and would be here:</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
