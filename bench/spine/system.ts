import type { Urls } from '../backends.ts'

/** Called by a worker once per job, when its result is committed. */
type OnDone = (id: string) => void

/** One way to run jobs. Each role is used in a process of its own. */
export type System = {
  /** Name and published version. */
  readonly label: string
  /** Prepares an empty database and an empty Redis. */
  prepare(urls: Urls): Promise<void>
  /** `submit` resolves when the system has accepted the job by its own word. */
  openSubmitter(urls: Urls): Promise<{ submit(id: string): Promise<void>; close(): Promise<void> }>
  openWorker(urls: Urls, onDone: OnDone): Promise<{ close(): Promise<void> }>
}

export const CONCURRENCY = 100
