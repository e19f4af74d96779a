import styles from './save-bar.module.css'
import { ScopedButton } from './scoped-button.tsx'

/** Stays in view at the foot of a long form for as long as there is something to save. */
export const SaveBar = ({
  note,
  action,
  isDisabled,
  onSave,
}: {
  note: string
  /** The word on the button. */
  action: string
  isDisabled: boolean
  onSave: () => void
}) => (
  <div className={styles.bar}>
    <span role="status">{note}</span>
    <ScopedButton needs="submit" look="primary" disabled={isDisabled} onClick={onSave}>
      {action}
    </ScopedButton>
  </div>
)
