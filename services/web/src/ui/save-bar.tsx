import { Button } from './button.tsx'
import styles from './save-bar.module.css'

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
    <Button look="primary" disabled={isDisabled} onClick={onSave}>
      {action}
    </Button>
  </div>
)
