import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '../../api/answers.ts'
import { Badge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import styles from './overview.module.css'

type Achievement = AnswerOf<'/api/v2/overview'>['achievements'][number]

/** The most significant pull requests of late. */
export const Achievements = ({ items }: { items: readonly Achievement[] }) =>
  items.length === 0 ? (
    <EmptyPanel title="There are none yet.">They appear once pull requests are collected and scored.</EmptyPanel>
  ) : (
    <>
      <ol className={styles.list}>
        {items.map(({ id, repository, number, title, mergedAt, significance, kind }) => (
          <li key={id}>
            <span className={styles.score} title="Significance, 0 to 100">
              {Math.round(significance)}
            </span>
            <Link to="/pull-requests/$id" params={{ id }} className={styles.title}>
              {title}
            </Link>
            <Badge>{kind}</Badge>
            <span className={styles.figures}>
              {repository}
              {number === null ? '' : ` #${number}`}, <Moment at={mergedAt} as="day" />
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>
        By significance, 0 to 100, among the pull requests of the 90 days before the newest one.
      </p>
    </>
  )
