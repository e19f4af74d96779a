import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { achievementsQuery } from '../achievements/achievement-queries.ts'
import { stateOf } from '../achievements/achievement-state.ts'
import { PublicationBadge } from '../achievements/publication-badge.tsx'
import styles from './portfolio.module.css'
import type { Portfolio } from './portfolio-query.ts'

/** What the public sees now and what waits, with the site to visit and to take along. */
export function PublishedSection({ portfolio }: { portfolio: Portfolio }) {
  const { address, publishedAt } = portfolio
  const query = useQuery(achievementsQuery)
  return (
    <Section
      title="What the public sees"
      actions={
        address ? (
          <>
            <a className={buttonClass()} href={address} target="_blank" rel="noopener">
              Visit the site
            </a>
            <a className={buttonClass()} href="/api/v2/portfolio/export" download="portfolio.zip">
              Download the site
            </a>
            <a className={buttonClass()} href="/api/v2/portfolio/pdf" download="portfolio.pdf">
              Download as PDF
            </a>
          </>
        ) : null
      }
    >
      {address ? (
        <p className={styles.note}>
          The profile at <code>{address}</code>, published <Moment at={publishedAt} as="exact" />, and the achievements
          below that are marked so. The download is one folder that works from a disk.
        </p>
      ) : (
        <PartialNote>Nothing: the portfolio is not published, so no achievement is seen either.</PartialNote>
      )}
      {stateOf(portfolio) === 'changes wait' ? (
        <PartialNote>The public sees the profile as it was; what you changed since waits to be published.</PartialNote>
      ) : null}
      <Loaded query={query} what="the achievements">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPanel title="There are no achievements yet">
              <Link to="/achievements">Begin with one</Link>.
            </EmptyPanel>
          ) : (
            <ol className={styles.achievements} aria-label="Achievements">
              {items.map((item) => (
                <li key={item.id}>
                  <PublicationBadge of={item} />{' '}
                  <Link to="/achievements/$id" params={{ id: item.id }}>
                    {item.title}
                  </Link>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  )
}
