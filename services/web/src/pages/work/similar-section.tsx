import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import styles from './work.module.css'
import { similarQuery } from './work-queries.ts'

/** Other pull requests that tell of much the same, by words and meaning. */
export function SimilarSection({ id }: { id: string }) {
  const similar = useQuery(similarQuery(id))
  return (
    <Section title="Similar work">
      <Loaded query={similar} what="similar work">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPanel title="Nothing is like it" />
          ) : (
            <ul className={styles.similar}>
              {items.map(({ id: other, title, repository, number, author, mergedAt, changeKind }) => (
                <li key={other}>
                  <Link to="/pull-requests/$id" params={{ id: other }}>
                    {title}
                  </Link>
                  <span className={styles.none}>
                    {changeKind ? <Badge>{changeKind}</Badge> : null} {repository}
                    {number === null ? '' : ` #${number}`} · {author} · <Moment at={mergedAt} as="day" />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
