import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../ui/amounts.ts'
import { ErrorPanel, LoadingPanel } from '../../ui/states.tsx'
import styles from './people.module.css'
import { summaryQuery } from './people-queries.ts'

/** How many pull requests of each kind everybody merged, side by side. */
export function KindsTable({
  people,
  period,
}: {
  people: readonly string[]
  period: { from: string | undefined; to: string | undefined }
}) {
  const answers = useQueries({ queries: people.map((person) => summaryQuery('kind', [person], period)) })
  const failed = answers.find(({ error }) => error !== null)
  if (failed) return <ErrorPanel error={failed.error} again={() => void failed.refetch()} />
  if (answers.some(({ data }) => data === undefined)) return <LoadingPanel what="their kinds of work" />
  const counts = answers.map(({ data }) => new Map(data?.items.map(({ key, pullRequests }) => [key, pullRequests])))
  const kinds = [...new Set(counts.flatMap((count) => [...count.keys()]))].sort()
  const most = Math.max(1, ...counts.flatMap((count) => [...count.values()]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <section className={styles.scroll} aria-label="Kinds of work by person" tabIndex={0}>
      <table className={styles.kinds}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            {people.map((person) => (
              <th key={person} scope="col">
                {person}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              {people.map((person, index) => {
                const count = counts[index]?.get(kind) ?? 0
                return (
                  <td key={person}>
                    <svg aria-hidden="true" focusable="false" width="100%" height="8" className={styles.bar}>
                      <rect width={`${(100 * count) / most}%`} height="8" rx="2" className={styles.bin} />
                    </svg>
                    <Link to="/pull-requests" search={{ author: person, kind }}>
                      {formatCount(count)}
                    </Link>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
