import { formatCount, formatHours } from '../../ui/amounts.ts'
import { Figure } from '../../ui/page.tsx'
import styles from './charts.module.css'
import { readEffort } from './effort.ts'

/** The hours that went into it: half of all cases lie in the thick line, nine of ten in the thin one. */
export function EffortFigure({ stored }: { stored: Record<string, unknown> }) {
  const effort = readEffort(stored)
  if (effort.status === 'unknown') return <Figure name="Effort" value="unknown" note={effort.because} />
  const { hours, likely, nearlySure, widenedBecause, leftOut, leftOutFiles } = effort
  const at = (value: number) => `${(100 * value) / nearlySure[1]}%`
  return (
    <Figure
      name="Effort"
      value={
        <>
          {formatHours(hours)}
          <svg className={styles.scale} aria-hidden="true" focusable="false" width="100%" height="14">
            <line x1={at(nearlySure[0])} x2={at(nearlySure[1])} y1="7" y2="7" className={styles.possible} />
            <line x1={at(likely[0])} x2={at(likely[1])} y1="7" y2="7" className={styles.likely} />
            <circle cx={at(hours)} cy="7" r="4" className={styles.best} />
          </svg>
        </>
      }
      note={
        <>
          {formatHours(likely[0])} to {formatHours(likely[1])} in half of all cases, {formatHours(nearlySure[0])} to{' '}
          {formatHours(nearlySure[1])} in nine of ten
          {widenedBecause ? `; wider, as ${widenedBecause}` : ''}
          {leftOutFiles > 0 ? (
            <details>
              <summary>{formatCount(leftOutFiles)} files do not count</summary>
              <ul className={styles.plain}>
                {leftOut.map(({ path, why }) => (
                  <li key={path}>
                    <code>{path}</code>: {why}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      }
    />
  )
}
