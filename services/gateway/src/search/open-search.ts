import { type Database, listLargestWorkspaces, readPassagesState, readWordIndexState } from '@assay/db'
import type { PassageEmbedder, SearchPage, SearchRequest } from '@assay/retrieval'
import type { Logger } from '@assay/runtime'
import { type IndexThread, startIndexThread } from './start-index-thread.ts'

type SearchAnswer = SearchPage & {
  readonly passages: number
  /** Something changed since, and the next state is being built. */
  readonly isStale: boolean
  /** Inside the index, without waiting for it. */
  readonly tookMs: number
}

type IndexState =
  | { readonly state: 'absent' }
  | { readonly state: 'building'; readonly forMs: number }
  | {
      readonly state: 'ready'
      readonly where: IndexThread['where']
      readonly passages: number
      readonly stale: boolean
      readonly buildMs: number
    }

export type WorkspaceSearch = {
  /** Waits for the first state of a workspace; later ones are built beside the one that answers. */
  search(workspace: string, request: SearchRequest): Promise<SearchAnswer>
  /** How far the index of a workspace is, without waiting for it. */
  state(workspace: string): IndexState
  /** Builds the indexes of the largest workspaces, one after another, before anybody asks. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

type Held = {
  current: Promise<IndexThread>
  /** Null until the first state is built. */
  ready: IndexThread | null
  next: Promise<void> | null
  isStale: boolean
  checkedAt: number
  usedAt: number
}

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
  largeFrom,
  embedder,
}: {
  db: Database
  databaseUrl: string
  logger: Logger
  /** Passages from which on a workspace is searched in the database. */
  largeFrom: number
  /** The model behind an address, for queries where it is the one that serves. */
  embedder?: PassageEmbedder | undefined
}): WorkspaceSearch => {
  const held = new Map<string, Held>()
  let isClosed = false

  /** What could not be loaded needs no end. */
  const discard = (index: Promise<IndexThread>) => index.then(({ retire }) => retire()).catch(() => {})

  const take = (workspace: string): Held => {
    const known = held.get(workspace)
    if (known) return known
    const oldest = [...held].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)[0]
    if (held.size >= MOST_HELD && oldest) {
      held.delete(oldest[0])
      void discard(oldest[1].current)
    }
    const current = startIndexThread({ databaseUrl, workspace, largeFrom })
    const now = performance.now()
    const fresh: Held = { current, ready: null, next: null, isStale: false, checkedAt: now, usedAt: now }
    held.set(workspace, fresh)
    // What could not be loaded is tried again by whoever asks next.
    current.then(
      (index) => {
        fresh.ready = index
      },
      () => held.delete(workspace),
    )
    return fresh
  }

  const refresh = async (workspace: string, entry: Held, index: IndexThread): Promise<void> => {
    const now = performance.now()
    const wait = Math.max(CHECK_EVERY_MS, index.buildMs / BUILD_SHARE)
    if (entry.next || now - entry.checkedAt < wait) return
    entry.checkedAt = now
    const readState = index.where === 'memory' ? readPassagesState : readWordIndexState
    entry.isStale = (await readState(db, workspace)) !== index.state
    if (!entry.isStale || entry.next) return
    const loading = startIndexThread({ databaseUrl, workspace, largeFrom })
    entry.next = loading
      .then((next) => {
        entry.current = loading
        entry.ready = next
        entry.isStale = false
        void index.retire()
      })
      .catch((error: unknown) => logger.warn({ err: error, workspace }, 'the search index was not renewed'))
      .then(() => {
        entry.next = null
        entry.checkedAt = performance.now()
      })
  }

  /** Words have to do where the model that serves is another one or away. */
  const embedQuery = async ({ askedModel }: IndexThread, query: string): Promise<Float32Array | undefined> => {
    if (!embedder || askedModel !== embedder.version.hash) return undefined
    try {
      return await embedder.embedQuery(query)
    } catch (error) {
      logger.warn({ err: error }, 'the query was not embedded')
      return undefined
    }
  }

  return {
    async search(workspace, request) {
      const entry = take(workspace)
      entry.usedAt = performance.now()
      const known = await entry.current
      const vector = await embedQuery(known, request.query)
      await refresh(workspace, entry, known)
      // Asked at once, so that the thread is not ended between.
      const index = await entry.current
      const isSameModel = index.askedModel === known.askedModel
      const { page, tookMs } = await index.ask(isSameModel ? { ...request, vector } : request)
      return { ...page, passages: index.passages, isStale: entry.isStale, tookMs }
    },
    state(workspace) {
      const entry = held.get(workspace)
      if (!entry) return { state: 'absent' }
      if (!entry.ready) return { state: 'building', forMs: Math.round(performance.now() - entry.usedAt) }
      const { where, passages, buildMs } = entry.ready
      return { state: 'ready', where, passages, stale: entry.isStale, buildMs: Math.round(buildMs) }
    },
    async warmUp() {
      for (const workspace of await listLargestWorkspaces(db, MOST_HELD)) {
        if (isClosed) return
        await take(workspace).current.catch((error: unknown) =>
          logger.warn({ err: error, workspace }, 'the search index was not built ahead'),
        )
      }
    },
    async close() {
      isClosed = true
      const all = [...held.values()]
      held.clear()
      await Promise.all(all.flatMap(({ current, next }) => [next ?? undefined, discard(current)]))
    },
  }
}
