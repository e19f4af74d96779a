import { formatCount } from '../../ui/amounts.ts'
import styles from './people.module.css'

const BIN = 10
const HEIGHT = 72

/** How many pull requests lie where from 0 to 100, and where the middle half of them lies. */
export function Distribution({
  histogram,
  quartiles,
}: {
  histogram: readonly number[]
  /** The score that a quarter, half and three quarters of them lie below. */
  quartiles: readonly number[] | null
}) {
  const most = Math.max(1, ...histogram)
  const [lower, middle, upper] = quartiles ?? []
  const words = histogram.map((count, index) => `${index * BIN} to ${(index + 1) * BIN}: ${count}`).join(', ')
  return (
    <figure className={styles.distribution}>
      <svg
        viewBox={`0 0 100 ${HEIGHT + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Significance, ${words}`}
      >
        {histogram.map((count, index) => {
          // What is there at all is seen, however few they are.
          const height = count === 0 ? 0 : Math.max(1.5, (HEIGHT * count) / most)
          return (
            <rect
              key={index}
              x={index * BIN + 0.5}
              y={HEIGHT - height}
              width={BIN - 1}
              height={height}
              className={styles.bin}
            >
              <title>{`${index * BIN} to ${(index + 1) * BIN}: ${formatCount(count)}`}</title>
            </rect>
          )
        })}
        <line x1="0" x2="100" y1={HEIGHT} y2={HEIGHT} className={styles.axis} />
        {quartiles ? (
          <>
            <line x1={lower} x2={upper} y1={HEIGHT + 4} y2={HEIGHT + 4} className={styles.middleHalf} />
            <line x1={middle} x2={middle} y1={HEIGHT} y2={HEIGHT + 8} className={styles.median} />
          </>
        ) : null}
      </svg>
      <figcaption className={styles.ends}>
        <span>0</span>
        <span>significance</span>
        <span>100</span>
      </figcaption>
    </figure>
  )
}
