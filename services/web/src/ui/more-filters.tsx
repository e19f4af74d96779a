import { type ReactNode, useSyncExternalStore } from 'react'
import styles from './more-filters.module.css'

/** As in the style sheets. */
const WIDE = '(min-width: 48rem)'

/** Fields that would push a list out of a narrow screen: there they are behind a line that opens them. */
export function MoreFilters({ isUsed, children }: { isUsed: boolean; children: ReactNode }) {
  const isWide = useSyncExternalStore(follow, () => window.matchMedia(WIDE).matches)
  if (isWide) return children
  return (
    <details className={styles.more} open={isUsed || undefined}>
      <summary>More filters</summary>
      {children}
    </details>
  )
}

function follow(onChange: () => void): () => void {
  const list = window.matchMedia(WIDE)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
