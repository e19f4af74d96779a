import { setTimeout as wait } from 'node:timers/promises'

const BETWEEN_TRIES_MS = 25

/** Repeats `attempt` until it resolves. @throws its last error once `timeoutMs` have passed. */
export async function waitUntil<T>(attempt: () => Promise<T>, timeoutMs: number): Promise<T> {
  const endsAt = performance.now() + timeoutMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() >= endsAt) throw error
      await wait(BETWEEN_TRIES_MS)
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Waits until a process is gone. @throws when it is still there after `timeoutMs`. */
export const processGone = (pid: number, timeoutMs: number) =>
  waitUntil(async () => {
    if (isAlive(pid)) throw new Error(`process ${pid} is still running`)
  }, timeoutMs)
