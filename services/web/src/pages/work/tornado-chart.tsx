import styles from './charts.module.css'

type Swing = { input: string; stream: string; low: number; high: number }

/** What comes out when one number alone is low or high: the widest bars are worth asking about first. */
export function TornadoChart({
  swings,
  middle,
  format,
}: {
  swings: readonly Swing[]
  /** The middle of each stream, where there is one. */
  middle: Readonly<Record<string, number | undefined>>
  format: (amount: number) => string
}) {
  const ends = swings.flatMap(({ low, high }) => [low, high])
  const least = Math.min(0, ...ends)
  const most = Math.max(...ends, least + 1)
  const at = (value: number) => `${(100 * (value - least)) / (most - least)}%`
  return (
    <ul className={`${styles.bars} ${styles.swings}`} aria-label="What the value hangs on">
      {swings.map(({ input, stream, low, high }) => {
        const center = middle[stream]
        return (
          <li key={`${stream} ${input}`}>
            <span className={styles.name}>
              {input}
              <span className={styles.evidence}>{stream === 'recurring' ? 'a year' : 'once'}</span>
            </span>
            <svg className={styles.scale} aria-hidden="true" focusable="false" width="100%" height="20">
              <line x1="0" x2="100%" y1="10" y2="10" className={styles.axis} />
              <rect
                x={at(low)}
                width={`${(100 * (high - low)) / (most - least)}%`}
                y="3"
                height="14"
                rx="2"
                className={styles.positive}
              />
              {center === undefined ? null : (
                <line x1={at(center)} x2={at(center)} y1="0" y2="20" className={styles.middle} />
              )}
            </svg>
            <span className={styles.range}>
              {format(low)} to {format(high)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
