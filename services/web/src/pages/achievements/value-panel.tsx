import type { ReactNode } from 'react'
import { formatCount, formatHours, formatMoney, formatTenths } from '../../ui/amounts.ts'
import { Interval } from '../../ui/interval.tsx'
import type { EvidenceValue } from './achievement-queries.ts'
import styles from './achievements.module.css'

type Money = NonNullable<EvidenceValue['money']>

/** What the evidence comes to, each measure by itself, with how it was made. */
export function ValuePanel({ value }: { value: EvidenceValue }) {
  const { pullRequests, announced, effort, money } = value
  if (pullRequests === 0) return <p className={styles.note}>No evidence of it is assessed yet, so it has no value.</p>
  return (
    <div className={styles.measures}>
      <Measure
        name="Announced"
        how={`How many of its pull requests (${formatCount(pullRequests)} assessed) maintainers would be expected to announce: the sum of their chances, from projects that announce little to those that announce much.`}
      >
        <Interval {...announced} most={pullRequests} format={formatTenths} />
      </Measure>
      <Measure
        name="Effort"
        how={
          effort
            ? `Hours of work, estimated from what changed for ${formatCount(effort.estimated)} of ${formatCount(pullRequests)} pull requests, with the 90 % interval.`
            : 'None of its pull requests says enough to estimate hours.'
        }
      >
        {effort ? <Interval {...effort} most={effort.high} format={formatHours} /> : '—'}
      </Measure>
      <Measure
        name="Money"
        how={
          money
            ? `${valuedOf(money)}; the others are not worth 0 but unknown. Stated effects times the prices of context ${money.contextVersion}, each effect once; from the 10th to the 90th percentile.`
            : 'No prices are declared. PUT /api/v2/value/context declares them.'
        }
      >
        {money ? <MoneyIntervals money={money} most={mostMoney(money)} /> : '—'}
      </Measure>
    </div>
  )
}

/** In words: how many have a value at all. */
export const valuedOf = ({ valued, of }: Money) => `${formatCount(valued)} of ${formatCount(of)} valued`

/** The end of a scale that all amounts of it fit on. */
export const mostMoney = ({ oneTime, recurring }: Money) => Math.max(0, oneTime?.p90 ?? 0, recurring?.p90 ?? 0)

/** Once and by the year, which are never added up. */
export function MoneyIntervals({ money: { oneTime, recurring, currency }, most }: { money: Money; most: number }) {
  const format = formatMoney(currency)
  const drawn = [
    ['once', oneTime],
    ['by the year', recurring],
  ] as const
  if (!oneTime && !recurring) return <span>unknown</span>
  return drawn.map(([name, quantiles]) =>
    quantiles ? (
      <div key={name}>
        <Interval low={quantiles.p10} mid={quantiles.p50} high={quantiles.p90} most={most} format={format} />
        <div className={styles.note}>{name}</div>
      </div>
    ) : null,
  )
}

const Measure = ({ name, how, children }: { name: string; how: string; children: ReactNode }) => (
  <div className={styles.measure}>
    <h3>{name}</h3>
    {children}
    <p className={styles.note}>{how}</p>
  </div>
)
