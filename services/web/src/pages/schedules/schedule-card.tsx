import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import type { Schedule } from './schedule-form.tsx'
import styles from './schedules.module.css'
import { useRunning, useSwitching } from './use-schedules.ts'

/** One schedule: what, when next, and what can be done with it. */
export function ScheduleCard({
  schedule,
  onEdit,
  onRemove,
}: {
  schedule: Schedule
  onEdit: () => void
  onRemove: () => void
}) {
  const run = useRunning()
  const change = useSwitching()
  const { name, kind, subject, cron, timezone, enabled, nextRuns, lastJobId } = schedule
  const actions = [
    ['Run now', () => run.mutate(schedule), run.isPending],
    ['Edit', onEdit, false],
    [enabled ? 'Switch off' : 'Switch on', () => change.mutate(schedule), change.isPending],
    ['Delete', onRemove, false],
  ] as const
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2>
          {name} <Badge tone={enabled ? 'good' : 'neutral'}>{enabled ? 'on' : 'off'}</Badge>
        </h2>
        <div className={styles.actions}>
          {actions.map(([text, act, isBusy]) => (
            <ScopedButton key={text} needs="submit" disabled={isBusy} aria-label={`${text}: ${name}`} onClick={act}>
              {text}
            </ScopedButton>
          ))}
        </div>
      </div>
      <div className={styles.facts}>
        <span>
          {kind} {subject}
        </span>
        <span>
          <code>{cron}</code> in {timezone}
        </span>
        {lastJobId ? (
          <Link to="/jobs/$id" params={{ id: lastJobId }}>
            Last job
          </Link>
        ) : null}
      </div>
      {nextRuns.length > 0 ? (
        <div>
          <span className={styles.facts}>Next, in your time:</span>
          <ol className={styles.runs}>
            {nextRuns.map((at) => (
              <li key={at}>
                <Moment at={at} as="exact" />
              </li>
            ))}
          </ol>
        </div>
      ) : (
        <p className={styles.facts}>It is switched off and does not come.</p>
      )}
    </li>
  )
}
