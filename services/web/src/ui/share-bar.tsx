import styles from './share-bar.module.css'

/** How much of something is done, as a bar and in figures. */
export const ShareBar = ({ label, done, total }: { label: string; done: number; total: number }) => (
  <span className={styles.share}>
    <progress aria-label={label} value={done} max={total} />
    <span>
      {done.toLocaleString()}/{total.toLocaleString()}
    </span>
  </span>
)
