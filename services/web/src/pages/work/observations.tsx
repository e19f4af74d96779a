import { read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { sessionQuery } from '../../api/session.ts'
import { formatCount } from '../../ui/amounts.ts'
import { Badge } from '../../ui/badge.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ObservationForm } from './observation-form.tsx'
import styles from './observations.module.css'
import { type Claim, type Observation, pullRequestQuery } from './work-queries.ts'

/** What was measured of one claim after the merge, and stating more of it. */
export function Observations({
  pullRequest,
  claim,
  place,
  observations,
}: {
  pullRequest: string
  claim: Claim
  place: number
  observations: readonly Observation[]
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.observations}>
      <ObservationList pullRequest={pullRequest} observations={observations} />
      {isOpen ? (
        <ObservationForm pullRequest={pullRequest} claim={claim} place={place} onDone={() => setOpen(false)} />
      ) : (
        <div>
          <ScopedButton
            needs="submit"
            look="quiet"
            aria-label={`Say what was measured after the merge of claim ${place + 1}`}
            onClick={() => setOpen(true)}
          >
            Say what was measured …
          </ScopedButton>
        </div>
      )}
    </div>
  )
}

/** Measurements, the newest first, with who said so, when, and where it can be looked up. */
export const ObservationList = ({
  pullRequest,
  observations,
}: {
  pullRequest: string
  observations: readonly Observation[]
}) =>
  observations.length === 0 ? null : (
    <ul className={styles.list} aria-label="Observed after the merge">
      {observations
        .toSorted((one, other) => Date.parse(other.measuredAt) - Date.parse(one.measuredAt))
        .map((observation) => (
          <ObservationRow key={observation.id} pullRequest={pullRequest} observation={observation} />
        ))}
    </ul>
  )

function ObservationRow({ pullRequest, observation }: { pullRequest: string; observation: Observation }) {
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  const { data: session } = useQuery(sessionQuery)
  const { id, confirms, value, unit, link, quote, measuredAt, observedBy, observedAt } = observation
  const takeBack = useMutation({
    mutationFn: () =>
      read(
        api.DELETE('/api/v2/pull-requests/{id}/observations/{observation}', {
          params: { path: { id: pullRequest, observation: id } },
        }),
      ),
    onSuccess: () => tell('It is taken back.'),
    onError: tellError,
    onSettled: () => client.invalidateQueries({ queryKey: pullRequestQuery(pullRequest).queryKey }),
  })
  const measured = `${formatCount(value)}${unit === null ? '' : ` ${unit}`}`
  return (
    <li>
      <div>
        <Badge tone={confirms ? 'good' : 'warn'}>{confirms ? 'borne out' : 'not borne out'}</Badge> {measured} on{' '}
        <Moment at={measuredAt} as="day" />
        {quote ? (
          <>
            : <q>{quote}</q>
          </>
        ) : null}{' '}
        {link ? <ExternalLink href={link}>where it was read</ExternalLink> : null}
      </div>
      <div className={styles.quiet}>
        Said <Moment at={observedAt} /> by{' '}
        {session?.keyId === observedBy ? 'your key' : <span title={observedBy}>key …{observedBy.slice(-6)}</span>}{' '}
        <ScopedButton
          needs="submit"
          look="quiet"
          disabled={takeBack.isPending}
          aria-label={`Take back that ${measured} was measured`}
          onClick={() => takeBack.mutate()}
        >
          Take back
        </ScopedButton>
      </div>
    </li>
  )
}
