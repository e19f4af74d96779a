import { Link } from '@tanstack/react-router'
import { formatCount, formatMoney, formatTenths } from '../../ui/amounts.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Interval } from '../../ui/interval.tsx'
import { Moment } from '../../ui/moment.tsx'
import styles from './work.module.css'
import type { ListedPullRequest } from './work-queries.ts'

const MOST_SIGNIFICANT = 100

/** Columns of pull requests; money is drawn on one scale for all rows that are loaded. */
export function pullRequestColumns(rows: readonly ListedPullRequest[]): Column<ListedPullRequest>[] {
  const most = Math.max(1, ...rows.map(({ money }) => yearlyOrOnce(money)?.p90 ?? 0))
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
      width: 10,
      isExtra: true,
      cell: ({ money }) => <Worth money={money} most={most} />,
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

type Money = ListedPullRequest['money']

/** What is shown of a value where there is place for one figure: what recurs says more than what is had once. */
const yearlyOrOnce = (money: Money) => (money?.status === 'valued' ? (money.recurring ?? money.oneTime) : null)

function Worth({ money, most }: { money: Money; most: number }) {
  const range = yearlyOrOnce(money)
  if (!money || money.status === 'not-valued' || !range)
    return (
      <span className={styles.none} title={money?.status === 'not-valued' ? money.because.join('; ') : ''}>
        not valued
      </span>
    )
  const format = formatMoney(money.currency)
  return (
    <span
      className={styles.worth}
      title={`${format(range.p10)} to ${format(range.p90)}, ${money.recurring ? 'a year' : 'once'}`}
    >
      <Interval
        low={range.p10}
        mid={range.p50}
        high={range.p90}
        most={most}
        format={(amount) => format(amount).replace(`${money.currency} `, '')}
      />
      <span className={styles.none}>
        {money.currency}
        {money.recurring ? ' a year' : ' once'}
      </span>
    </span>
  )
}
