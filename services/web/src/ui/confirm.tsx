import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

/** Asks before something is done that is hard to take back. Shown while `title` is given. */
export function Confirm({
  title,
  children,
  action,
  isBusy = false,
  onConfirm,
  onCancel,
}: {
  title: string | null
  children: ReactNode
  /** The word on the button that does it. */
  action: string
  isBusy?: boolean
  onConfirm: () => void
  onCancel: () => void
}) {
  return (
    <AlertDialog.Root open={title !== null} onOpenChange={(isOpen) => (isOpen ? undefined : onCancel())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />}>{children}</AlertDialog.Description>
          <div className={styles.actions}>
            <AlertDialog.Close render={<Button>Cancel</Button>} />
            <Button look="primary" disabled={isBusy} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
