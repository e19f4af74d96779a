import { ApiProblem } from '@assay/client'
import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import styles from './notices.module.css'

/** Short messages on what was done; they go by themselves, and screen readers speak them. */
export const NoticesProvider = ({ children }: { children: ReactNode }) => (
  <Toast.Provider>
    {children}
    <Toast.Portal>
      <Toast.Viewport className={styles.viewport}>
        <Notices />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
)

function Notices() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.notice} aria-label="Notice">
      <Toast.Content className={styles.content}>
        <Toast.Description />
        <Toast.Close className={styles.close} aria-label="Dismiss">
          ×
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

/** How to tell people that something was done, or why it was not. */
export function useNotices() {
  const { add } = Toast.useToastManager()
  return {
    tell: (text: string) => void add({ description: text }),
    tellError: (error: unknown) =>
      void add({
        description: error instanceof ApiProblem || error instanceof Error ? error.message : 'Something went wrong.',
        priority: 'high',
        timeout: 15_000,
      }),
  }
}
