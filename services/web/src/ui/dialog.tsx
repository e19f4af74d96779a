import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

/** Something to read or to fill in above the page. Shown while `title` is given. */
export const Dialog = ({
  title,
  children,
  onClose,
}: {
  title: string | null
  children: ReactNode
  onClose: () => void
}) => (
  <Base.Root open={title !== null} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
    <Base.Portal>
      <Base.Backdrop className={styles.backdrop} />
      <Base.Popup className={styles.popup}>
        <Base.Title className={styles.title}>{title}</Base.Title>
        {children}
        <div className={styles.actions}>
          <Base.Close render={<Button>Close</Button>} />
        </div>
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)
