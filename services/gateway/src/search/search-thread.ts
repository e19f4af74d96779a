import { parentPort, workerData } from 'node:worker_threads'
import { loadPassages, openDatabase, readPassagesState, type StoredPassage } from '@assay/db'
import { createPassageSearch, type Passage } from '@assay/retrieval'
import type { FromThread, SearchThreadData, ToThread } from './messages.ts'

// A thread holds one state of one workspace's passages, so that building the next state never keeps a search waiting.
const { databaseUrl, workspace } = workerData as SearchThreadData
const port = parentPort
if (!port) throw new Error('This file runs as a thread of the gateway')
const tell = (message: FromThread) => port.postMessage(message)

const toPassage = ({ repositoryId, author, kind, language, at, ...stored }: StoredPassage): Passage => ({
  ...stored,
  facets: { repositoryId, author, kind, language, at: at.getTime() },
})

const began = performance.now()
const db = openDatabase({ url: databaseUrl, poolSize: 1 })
// Read before the passages: what changes in between is seen as a change later.
const state = await readPassagesState(db, workspace)
const passages = (await loadPassages(db, workspace)).map(toPassage)
await db.close()
const { search } = createPassageSearch(passages)

port.on('message', ({ id, request }: ToThread) => {
  const asked = performance.now()
  try {
    tell({ kind: 'found', id, page: search(request), tookMs: performance.now() - asked })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
tell({ kind: 'ready', state, passages: passages.length, buildMs: performance.now() - began })
