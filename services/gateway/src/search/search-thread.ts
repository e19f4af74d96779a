import { parentPort, workerData } from 'node:worker_threads'
import { openSearchDatabase } from '@assay/db/search'
import type { FromThread, SearchThreadData, ToThread } from './messages.ts'
import { openIndex } from './open-index.ts'

// A thread holds one state of one workspace's passages, so that building the next state never keeps a search waiting.
const { databaseUrl, workspace, largeFrom } = workerData as SearchThreadData
const port = parentPort
if (!port) throw new Error('This file runs as a thread of the gateway')
const tell = (message: FromThread) => port.postMessage(message)

const began = performance.now()
const db = openSearchDatabase({ url: databaseUrl, poolSize: 4, applicationName: 'assay-search' })
const { where, state, passages, askedModel, search } = await openIndex(db, workspace, largeFrom)
if (where === 'memory') await db.close()

port.on('message', async ({ id, request }: ToThread) => {
  const asked = performance.now()
  try {
    tell({ kind: 'found', id, page: await search(request), tookMs: performance.now() - asked })
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
tell({ kind: 'ready', where, state, passages, askedModel, buildMs: performance.now() - began })
