import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { stateOf } from '../achievements/achievement-state.ts'
import { type Portfolio, portfolioQuery } from './portfolio-query.ts'

type Act = 'publish' | 'unpublish'

/** Shows the site to everybody, or takes it away. */
export function PortfolioActions({ portfolio, isUnsaved }: { portfolio: Portfolio; isUnsaved: boolean }) {
  const { version, publishedAchievements } = portfolio
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  const mayAdmin = useMay('admin')
  const [asked, setAsked] = useState<Act | null>(null)
  const { queryKey } = portfolioQuery
  const act = useMutation({
    mutationFn: (what: Act) =>
      read(
        what === 'publish'
          ? api.POST('/api/v2/portfolio/publish', { body: { version } })
          : api.POST('/api/v2/portfolio/unpublish'),
      ),
    onSuccess: (answer, what) => {
      client.setQueryData(queryKey, answer)
      tell(what === 'publish' ? `Published at ${answer.address ?? ''}.` : 'The site is not public any more.')
    },
    onError: async (error) => {
      tellError(error)
      await client.invalidateQueries({ queryKey })
    },
    onSettled: () => setAsked(null),
  })

  const state = stateOf(portfolio)
  const why = mayAdmin ? undefined : 'Only an admin may do this.'
  return (
    <>
      {state === 'published' ? null : (
        <Button
          title={isUnsaved || version === 0 ? 'Save the profile first.' : why}
          disabled={!mayAdmin || isUnsaved || version === 0}
          onClick={() => setAsked('publish')}
        >
          {state === 'draft' ? 'Publish …' : 'Publish changes …'}
        </Button>
      )}
      {state === 'draft' ? null : (
        <Button look="danger" title={why} disabled={!mayAdmin} onClick={() => setAsked('unpublish')}>
          Unpublish …
        </Button>
      )}
      <Confirm
        title={
          asked === null ? null : asked === 'publish' ? 'Publish the portfolio?' : 'Take the site away from the public?'
        }
        action={asked === 'unpublish' ? 'Unpublish it' : 'Publish it'}
        isBusy={act.isPending}
        onConfirm={() => (asked ? act.mutate(asked) : undefined)}
        onCancel={() => setAsked(null)}
      >
        {asked === 'unpublish'
          ? 'Everything under its address goes at once. Achievements stay marked as published, and are seen again when it is.'
          : `Everybody can read this profile and ${publishedAchievements} published ${publishedAchievements === 1 ? 'achievement' : 'achievements'}, without signing in.`}
      </Confirm>
    </>
  )
}
