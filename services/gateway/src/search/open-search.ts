import { Worker } from 'node:worker_threads'
import { type Database, readPassagesState } from '@assay/db'
import type { SearchPage, SearchRequest } from '@assay/retrieval'
import type { Logger } from '@assay/runtime'
import type { FromThread, SearchThreadData, ToThread } from './messages.ts'

type SearchAnswer = SearchPage & {
  readonly passages: number
  /** Something changed since, and the next state is being built. */
  readonly isStale: boolean
  /** Inside the index, without waiting for it. */
  readonly tookMs: number
}

export type WorkspaceSearch = {
  /** Waits for the first state of a workspace; later ones are built beside the one that answers. */
  search(workspace: string, request: SearchRequest): Promise<SearchAnswer>
  close(): Promise<void>
}

type Index = {
  readonly state: string
  readonly passages: number
  readonly buildMs: number
  ask(request: SearchRequest): Promise<Found>
  /** Ends the thread once it has answered what it was asked. */
  retire(): Promise<void>
}

type Found = { page: SearchPage; tookMs: number }

type Held = { current: Promise<Index>; next: Promise<void> | null; isStale: boolean; checkedAt: number; usedAt: number }

/** How many workspaces are held in memory; the one that was asked least recently makes room. */
const MOST_HELD = 8
/** How often it is asked whether something changed. ms */
const CHECK_EVERY_MS = 1_000
/** Building takes this part of the time at most, however often something changes. */
const BUILD_SHARE = 0.5

/** Searches the passages of workspaces, each held by a thread of its own. */
export const openSearch = ({
  db,
  databaseUrl,
  logger,
}: {
  db: Database
  databaseUrl: string
  logger: Logger
}): WorkspaceSearch => {
  const held = new Map<string, Held>()

  /** What could not be loaded needs no end. */
  const discard = (index: Promise<Index>) => index.then(({ retire }) => retire()).catch(() => {})

  const take = (workspace: string): Held => {
    const known = held.get(workspace)
    if (known) return known
    const oldest = [...held].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)[0]
    if (held.size >= MOST_HELD && oldest) {
      held.delete(oldest[0])
      void discard(oldest[1].current)
    }
    const current = load({ databaseUrl, workspace })
    const fresh: Held = { current, next: null, isStale: false, checkedAt: performance.now(), usedAt: 0 }
    held.set(workspace, fresh)
    // What could not be loaded is tried again by whoever asks next.
    current.catch(() => held.delete(workspace))
    return fresh
  }

  const refresh = async (workspace: string, entry: Held, index: Index): Promise<void> => {
    const now = performance.now()
    const wait = Math.max(CHECK_EVERY_MS, index.buildMs / BUILD_SHARE)
    if (entry.next || now - entry.checkedAt < wait) return
    entry.checkedAt = now
    entry.isStale = (await readPassagesState(db, workspace)) !== index.state
    if (!entry.isStale || entry.next) return
    const loading = load({ databaseUrl, workspace })
    entry.next = loading
      .then(() => {
        entry.current = loading
        entry.isStale = false
        void index.retire()
      })
      .catch((error: unknown) => logger.warn({ err: error, workspace }, 'the search index was not renewed'))
      .then(() => {
        entry.next = null
        entry.checkedAt = performance.now()
      })
  }

  return {
    async search(workspace, request) {
      const entry = take(workspace)
      entry.usedAt = performance.now()
      // Asked at once, so that the thread is not ended between.
      await refresh(workspace, entry, await entry.current)
      const index = await entry.current
      const { page, tookMs } = await index.ask(request)
      return { ...page, passages: index.passages, isStale: entry.isStale, tookMs }
    },
    async close() {
      const all = [...held.values()]
      held.clear()
      await Promise.all(all.flatMap(({ current, next }) => [next ?? undefined, discard(current)]))
    },
  }
}

/** Starts a thread and waits until it has built its state. */
const load = (data: SearchThreadData): Promise<Index> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: data })
    // Who waits for an answer is kept waiting by this alone; a thread by itself does not keep the process up.
    worker.unref()
    const waiting = new Map<number, { resolve(found: Found): void; reject(error: Error): void }>()
    let asked = 0
    let isRetired = false
    const ended = new Promise<void>((resolveEnded) => worker.once('exit', () => resolveEnded()))
    const endWhenIdle = () => {
      if (isRetired && waiting.size === 0) void worker.terminate()
    }
    const retire = () => {
      isRetired = true
      endWhenIdle()
      return ended
    }
    const end = (error: Error) => {
      reject(error)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    const ask: Index['ask'] = (request) =>
      new Promise((found, failed) => {
        asked += 1
        waiting.set(asked, { resolve: found, reject: failed })
        worker.postMessage({ id: asked, request } satisfies ToThread)
      })
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        resolve({ ask, retire, state: message.state, passages: message.passages, buildMs: message.buildMs })
        return
      }
      const one = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'found') one?.resolve({ page: message.page, tookMs: message.tookMs })
      else one?.reject(new Error(message.message))
      endWhenIdle()
    })
    worker.once('error', end)
    worker.once('exit', () => end(new Error('The search thread ended')))
  })
