import { formatTenths } from '../../ui/amounts.ts'
import { Interval } from '../../ui/interval.tsx'
import styles from './charts.module.css'
import { scaleOf, scoreSteps } from './score-steps.ts'

type Reason = { reason: string; contribution: number; evidence: string }

/** The reasons of a score as steps from 0 to where it ends, up and down, each beside its evidence. */
export function ScoreChart({
  score,
  low,
  high,
  breakdown,
}: {
  score: number
  low: number
  high: number
  breakdown: readonly Reason[]
}) {
  const steps = scoreSteps(breakdown)
  const most = scaleOf(steps, high)
  const at = (value: number) => `${(100 * Math.max(0, value)) / most}%`
  return (
    <ul className={styles.bars} aria-label="Reasons of the significance">
      {steps.map(({ reason, contribution, evidence, from, to }) => (
        <li key={reason}>
          <span className={styles.name}>
            {reason}
            <span className={styles.evidence}>{evidence}</span>
          </span>
          <svg className={styles.scale} aria-hidden="true" focusable="false" width="100%" height="20">
            <line x1="0" x2="100%" y1="10" y2="10" className={styles.axis} />
            <rect
              x={at(Math.min(from, to))}
              width={at(Math.max(Math.abs(to - from), most / 250))}
              y="3"
              height="14"
              rx="2"
              className={contribution < 0 ? styles.negative : styles.positive}
            />
            <line x1={at(to)} x2={at(to)} y1="0" y2="20" className={styles.reached} />
          </svg>
          <span className={styles.amount}>
            {contribution < 0 ? '−' : '+'}
            {formatTenths(Math.abs(contribution))}
          </span>
        </li>
      ))}
      <li className={styles.sum}>
        <span className={styles.name}>
          significance
          <span className={styles.evidence}>with the range over the repositories that it was learned from</span>
        </span>
        <Interval low={low} mid={score} high={high} most={most} format={formatTenths} />
        <span className={styles.amount}>{formatTenths(score)}</span>
      </li>
    </ul>
  )
}
