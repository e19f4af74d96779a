import { Link } from '@tanstack/react-router'
import { StateBadge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import styles from './work.module.css'
import type { Scored } from './work-queries.ts'

/** What others made of it later, and whether it tells of the same change as an earlier one. */
export const HistorySection = ({ history, changeSet }: Pick<Scored, 'history' | 'changeSet'>) => (
  <Section title="What became of it">
    {history.length === 0 ? (
      <EmptyPanel title="Nothing since">No later pull request took it back or repaired it.</EmptyPanel>
    ) : (
      <ol className={styles.events}>
        {history.map(({ event, by, at, quote }) => (
          <li key={`${by} ${event}`}>
            <StateBadge state={event} /> <Moment at={at} as="day" /> by{' '}
            <Link to="/pull-requests/$id" params={{ id: by }}>
              this pull request
            </Link>
            : <q>{quote}</q>
          </li>
        ))}
      </ol>
    )}
    {changeSet ? (
      <p>
        The same change came earlier in{' '}
        <Link to="/pull-requests/$id" params={{ id: changeSet }}>
          another pull request
        </Link>
        ; it counts once.
      </p>
    ) : null}
  </Section>
)
