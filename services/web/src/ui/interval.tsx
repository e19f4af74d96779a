import styles from './interval.module.css'

/**
 * A range with what is most likely in it, drawn on a scale from 0 to `most` and said in words, so that no single number
 * passes for a certain one.
 */
export function Interval({
  low,
  mid,
  high,
  most,
  format,
}: {
  low: number
  mid: number
  high: number
  /** The end of the scale; the same for all that are compared. */
  most: number
  format: (value: number) => string
}) {
  const at = (value: number) => `${Math.min(100, Math.max(0, (100 * value) / (most || 1)))}%`
  return (
    <span className={styles.interval}>
      <svg className={styles.scale} aria-hidden="true" focusable="false" width="100%" height="12">
        <line x1="0" x2="100%" y1="6" y2="6" className={styles.axis} />
        <line x1={at(low)} x2={at(high)} y1="6" y2="6" className={styles.range} />
        <circle cx={at(mid)} cy="6" r="4" className={styles.mid} />
      </svg>
      <span>
        {format(mid)}{' '}
        <span className={styles.bounds}>
          ({format(low)} to {format(high)})
        </span>
      </span>
    </span>
  )
}
