import { ApiProblem } from '@assay/client'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './states.module.css'

export const LoadingPanel = ({ what }: { what: string }) => (
  <p className={styles.panel} role="status">
    Loading {what} …
  </p>
)

/** What is shown where nothing is: why, and what would change that. */
export const EmptyPanel = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles.panel}>
    <strong>{title}</strong>
    {children ? <div>{children}</div> : null}
  </div>
)

/** What is there is not all of it, or not fresh. */
export const PartialNote = ({ children }: { children: ReactNode }) => (
  <p className={styles.partial} role="note">
    {children}
  </p>
)

export function ErrorPanel({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const problem = error instanceof ApiProblem ? error : null
  return (
    <div className={`${styles.panel} ${styles.error}`} role="alert">
      <strong>{error instanceof Error ? error.message : 'Something went wrong.'}</strong>
      {problem?.errors.map(({ field, message }) => (
        <div key={field + message}>
          <code>{field}</code> {message}
        </div>
      ))}
      {problem ? <div className={styles.code}>{problem.code}</div> : null}
      {again ? <Button onClick={again}>Try again</Button> : null}
    </div>
  )
}

/**
 * The states of something that is asked for. What was there before stays while it is asked for again, with a note when
 * that fails.
 */
export function Loaded<T>({
  query,
  what,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** In words that follow "Loading". */
  what: string
  children: (data: T) => ReactNode
}) {
  const { data, error, refetch } = query
  if (data === undefined)
    return error ? <ErrorPanel error={error} again={() => void refetch()} /> : <LoadingPanel what={what} />
  return (
    <>
      {error ? <PartialNote>This is what was there before: {error.message}</PartialNote> : null}
      {children(data)}
    </>
  )
}
