import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './states.module.css'

/** Somebody saved meanwhile: what is there now, and the two ways on. Nothing is lost by either before it is chosen. */
export const ConflictPanel = ({
  version,
  children,
  isBusy,
  onTheirs,
  onMine,
}: {
  /** The newest, which somebody else saved. */
  version: number
  /** How theirs differs. */
  children: ReactNode
  isBusy: boolean
  onTheirs: () => void
  onMine: () => void
}) => (
  <div className={`${styles.panel} ${styles.error}`} role="alert">
    <strong>Version {version} was saved meanwhile, so yours was not.</strong>
    <div>{children}</div>
    <div className={styles.choices}>
      <Button disabled={isBusy} onClick={onTheirs}>
        Take theirs, and lose mine
      </Button>
      <Button look="primary" disabled={isBusy} onClick={onMine}>
        Keep mine, as version {version + 1}
      </Button>
    </div>
  </div>
)
