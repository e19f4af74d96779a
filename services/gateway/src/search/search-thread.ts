import { parentPort, workerData } from 'node:worker_threads'
import { loadPassages, loadServingModel, openDatabase, readPassagesState } from '@assay/db'
import { createPassageSearch, toPassage } from '@assay/retrieval'
import type { FromThread, SearchThreadData, ToThread } from './messages.ts'

// A thread holds one state of one workspace's passages, so that building the next state never keeps a search waiting.
const { databaseUrl, workspace } = workerData as SearchThreadData
const port = parentPort
if (!port) throw new Error('This file runs as a thread of the gateway')
const tell = (message: FromThread) => port.postMessage(message)

const began = performance.now()
const db = openDatabase({ url: databaseUrl, poolSize: 1 })
// Read before the passages: what changes in between is seen as a change later.
const state = await readPassagesState(db, workspace)
const passages = (await loadPassages(db, workspace)).map(toPassage)
const trained = await loadServingModel(db, workspace)
await db.close()
// Until a model was trained, words and feedback have to do.
const { search } = createPassageSearch(passages, {
  ranker: trained ? 'fused' : 'feedback',
  model: trained && { bytes: trained.bytes, measured: trained.measured ?? undefined },
})

port.on('message', ({ id, request }: ToThread) => {
  const asked = performance.now()
  try {
    tell({ kind: 'found', id, page: search(request), tookMs: performance.now() - asked })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
tell({ kind: 'ready', state, passages: passages.length, buildMs: performance.now() - began })
