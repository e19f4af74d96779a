import { Link } from '@tanstack/react-router'
import { formatCount, formatMoney, formatShort, formatTenths } from '../../ui/amounts.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Interval } from '../../ui/interval.tsx'
import { Moment } from '../../ui/moment.tsx'
import styles from './work.module.css'
import type { BriefMoney, ListedPullRequest } from './work-queries.ts'

const MOST_SIGNIFICANT = 100

/** Columns of pull requests; money is drawn on one scale for all whose value is known by now. */
export function pullRequestColumns(money: ReadonlyMap<string, BriefMoney>): Column<ListedPullRequest>[] {
  const most = [...money.values()].reduce((largest, value) => Math.max(largest, yearlyOrOnce(value)?.p90 ?? 0), 1)
  // Titles have the place for as long as nothing is known to be valued.
  const isAnyValued = [...money.values()].some(({ status }) => status === 'valued')
  return [
    {
      id: 'title',
      header: 'Pull request',
      width: 14,
      grows: true,
      cell: ({ id, title }) => (
        <Link to="/pull-requests/$id" params={{ id }} title={title}>
          {title}
        </Link>
      ),
    },
    {
      id: 'where',
      header: 'Where',
      width: 8,
      isExtra: true,
      cell: ({ repository, number, sha }) => `${repository} ${number === null ? sha.slice(0, 7) : `#${number}`}`,
    },
    { id: 'author', header: 'Author', width: 8.5, isExtra: true, cell: ({ author }) => author },
    { id: 'kind', header: 'Kind', width: 5, isExtra: true, cell: ({ kind }) => kind ?? 'not scored' },
    {
      id: 'significance',
      header: 'Significance',
      width: 10.5,
      sort: 'value',
      cell: ({ score, low, high }) =>
        score === null ? (
          '—'
        ) : (
          <Interval low={low ?? score} mid={score} high={high ?? score} most={MOST_SIGNIFICANT} format={formatTenths} />
        ),
    },
    {
      id: 'money',
      header: 'Value',
      width: isAnyValued ? 15.25 : 6.5,
      isExtra: true,
      cell: ({ id }) => <Worth money={money.get(id)} most={most} />,
    },
    {
      id: 'size',
      header: 'Lines',
      width: 7.5,
      isExtra: true,
      isNumeric: true,
      sort: 'size',
      cell: ({ additions, deletions }) => (
        <>
          <span className={styles.added}>+{formatCount(additions)}</span>{' '}
          <span className={styles.removed}>−{formatCount(deletions)}</span>
        </>
      ),
    },
    {
      id: 'merged',
      header: 'Merged',
      width: 8,
      isExtra: true,
      sort: 'merged_at',
      cell: ({ mergedAt }) => <Moment at={mergedAt} as="day" />,
    },
  ]
}

/** What is shown of a value where there is place for one figure: what recurs says more than what is had once. */
const yearlyOrOnce = (money: BriefMoney) => (money.status === 'valued' ? (money.recurring ?? money.oneTime) : null)

function Worth({ money, most }: { money: BriefMoney | undefined; most: number }) {
  if (!money) return <span className={styles.none}>…</span>
  const range = yearlyOrOnce(money)
  if (money.status === 'not-valued' || !range)
    return (
      <span className={styles.none} title={money.status === 'not-valued' ? money.because.join('; ') : ''}>
        not valued
      </span>
    )
  const format = formatMoney(money.currency)
  return (
    <span
      className={styles.worth}
      title={`${format(range.p10)} to ${format(range.p90)}, ${money.recurring ? 'a year' : 'once'}`}
    >
      <Interval low={range.p10} mid={range.p50} high={range.p90} most={most} format={formatShort} />
      <span className={styles.none}>
        {money.currency}
        {money.recurring ? ' a year' : ' once'}
      </span>
    </span>
  )
}
