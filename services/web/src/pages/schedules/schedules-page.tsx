import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Kind } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { kindsQuery } from '../../api/kinds.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { ScheduleCard } from './schedule-card.tsx'
import { type Schedule, ScheduleForm } from './schedule-form.tsx'
import styles from './schedules.module.css'
import { useRemoving } from './use-schedules.ts'

const route = getRouteApi('/schedules')
const REFRESH_MS = 5_000

/** Jobs that come again: when next, now, otherwise, or not any more. */
export function SchedulesPage() {
  const navigate = route.useNavigate()
  const schedules = useQuery({
    queryKey: ['schedules'],
    queryFn: () => read(api.GET('/api/v2/schedules')),
    refetchInterval: REFRESH_MS,
  })
  const [leaving, setLeaving] = useState<Schedule | null>(null)
  const removing = useRemoving(() => setLeaving(null))
  return (
    <Page
      title="Schedules"
      actions={
        <ScopedButton needs="submit" look="primary" onClick={() => void navigate({ search: { add: true } })}>
          New schedule
        </ScopedButton>
      }
    >
      <Loaded query={schedules} what="the schedules">
        {({ items }) => (
          <>
            <Edited items={items} />
            {items.length === 0 ? (
              <EmptyPanel title="Nothing comes again by itself.">
                Make a schedule, for example to collect a repository every morning.
              </EmptyPanel>
            ) : null}
            <ul className={styles.list}>
              {items.map((schedule) => (
                <ScheduleCard
                  key={schedule.id}
                  schedule={schedule}
                  onEdit={() => void navigate({ search: { edit: schedule.name } })}
                  onRemove={() => setLeaving(schedule)}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Confirm
        title={leaving ? `Delete the schedule ${leaving.name}?` : null}
        action="Delete the schedule"
        isBusy={removing.isPending}
        onConfirm={() => leaving && removing.mutate(leaving)}
        onCancel={() => setLeaving(null)}
      >
        The jobs that it submitted stay.
      </Confirm>
    </Page>
  )
}

/** The form that the address asks for. */
function Edited({ items }: { items: readonly Schedule[] }) {
  const { edit, add } = route.useSearch()
  const navigate = route.useNavigate()
  const kinds = useQuery(kindsQuery)
  if (edit === undefined && !add) return null
  const schedule = items.find(({ name }) => name === edit) ?? null
  if (edit !== undefined && !schedule) return <EmptyPanel title={`There is no schedule "${edit}".`} />
  return (
    <Section title={schedule ? `Change ${schedule.name}` : 'New schedule'}>
      <Loaded query={kinds} what="the kinds of jobs">
        {({ items: [first, ...others] }: { items: readonly Kind[] }) =>
          first ? (
            <ScheduleForm
              key={edit}
              schedule={schedule}
              kinds={[first, ...others]}
              onDone={() => void navigate({ search: {} })}
            />
          ) : null
        }
      </Loaded>
    </Section>
  )
}
