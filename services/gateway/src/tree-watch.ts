import { setTimeout as wait } from 'node:timers/promises'
import { type Database, treeTotals } from '@assay/db'
import type { Logger } from '@assay/runtime'

type TreeChange = { version: number; isSettled: boolean }
export type TreeWatch = {
  /** Calls `onChange` whenever the tree's version is above the last one told. @returns how to stop. */
  follow(id: string, seenVersion: number, onChange: (change: TreeChange) => Promise<void>): () => void
  /** Calls `listener` when the watch closes. @returns how to stop. */
  onClose(listener: () => void): () => void
  close(): Promise<void>
}

const QUICK_MS = 100
const SLOW_MS = 1_000

/** Looks after all followed trees with one query; often while something moves, seldom while nothing does. */
export function createTreeWatch(db: Database, logger: Logger): TreeWatch {
  type Follower = { id: string; seen: number; onChange: (change: TreeChange) => Promise<void> }
  const followers = new Set<Follower>()
  const closers = new Set<() => void>()
  let isClosed = false
  let looking: Promise<void> | null = null
  let waiting = new AbortController()

  const look = async (): Promise<boolean> => {
    const totals = await treeTotals(db, [...new Set([...followers].map(({ id }) => id))])
    let moved = false
    for (const follower of followers) {
      const tree = totals.get(follower.id)
      if (!tree) continue
      const isSettled = tree.queued + tree.running === 0
      // A client that comes back after the end is told so once more, or it would wait for ever.
      if (tree.version <= follower.seen && !isSettled) continue
      moved = true
      await follower.onChange({ version: tree.version, isSettled })
      // Only now: what could not be told is told in the next round.
      follower.seen = tree.version
      if (isSettled) followers.delete(follower)
    }
    return moved
  }
  const lookWhileFollowed = async () => {
    let pauseMs = QUICK_MS
    while (followers.size > 0 && !isClosed) {
      const moved = await look().catch((error: unknown) => {
        logger.warn({ err: error }, 'job trees could not be read; tried again')
        return false
      })
      pauseMs = moved || waiting.signal.aborted ? QUICK_MS : Math.min(SLOW_MS, pauseMs * 1.5)
      waiting = new AbortController()
      await wait(pauseMs, undefined, { signal: waiting.signal }).catch(() => {})
    }
    looking = null
  }

  return {
    follow(id, seen, onChange) {
      const follower = { id, seen, onChange }
      followers.add(follower)
      // Somebody new is told at once, however slowly the others are looked after.
      waiting.abort()
      looking ??= lookWhileFollowed()
      return () => followers.delete(follower)
    },
    onClose(listener) {
      closers.add(listener)
      return () => closers.delete(listener)
    },
    async close() {
      isClosed = true
      waiting.abort()
      for (const listener of closers) listener()
      await looking
    },
  }
}
