import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { stateOf } from '../achievements/achievement-state.ts'
import { type Portfolio, portfolioQuery } from './portfolio-query.ts'

type Act = 'publish' | 'unpublish'

/** Shows the site to everybody, or takes it away. */
export function PortfolioActions({ portfolio, isUnsaved }: { portfolio: Portfolio; isUnsaved: boolean }) {
  const { version, publishedAchievements } = portfolio
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
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
  return (
    <>
      {state === 'published' ? null : (
        <ScopedButton
          needs="admin"
          title={isUnsaved || version === 0 ? 'Save the profile first.' : undefined}
          disabled={isUnsaved || version === 0}
          onClick={() => setAsked('publish')}
        >
          {state === 'draft' ? 'Publish …' : 'Publish changes …'}
        </ScopedButton>
      )}
      {state === 'draft' ? null : (
        <ScopedButton needs="admin" look="danger" onClick={() => setAsked('unpublish')}>
          Unpublish …
        </ScopedButton>
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
