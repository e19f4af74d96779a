import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '../../api/answers.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import styles from './overview.module.css'

type Collection = AnswerOf<'/api/v2/overview'>['collections'][number]

/** What was collected last, and whether all of it is here. */
export const Collections = ({ items }: { items: readonly Collection[] }) => (
  <ul className={styles.list}>
    {items.map(({ jobId, repositoryId, name, startedAt, found, expected, completeness }) => (
      <li key={jobId}>
        <Link to="/repositories/$id" params={{ id: repositoryId }}>
          {name}
        </Link>
        <StateBadge state={completeness} />
        <span className={styles.figures}>
          <Link to="/jobs/$id" params={{ id: jobId }}>
            its job
          </Link>
          , {found.toLocaleString()}
          {expected === null ? '' : ` of ${expected.toLocaleString()}`} pull requests, <Moment at={startedAt} />
        </span>
      </li>
    ))}
  </ul>
)
