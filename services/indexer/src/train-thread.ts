import { parentPort, workerData } from 'node:worker_threads'
import { loadPassages, openDatabase } from '@assay/db'
import { toPassage, trainPassageModel } from '@assay/retrieval'

export type TrainThreadData = { readonly databaseUrl: string; readonly workspace: string; readonly dimensions: number }

// Training keeps a thread busy for half a minute; the service's own has to renew its leases meanwhile.
const { databaseUrl, workspace, dimensions } = workerData as TrainThreadData
const db = openDatabase({ url: databaseUrl, poolSize: 1 })
const passages = (await loadPassages(db, workspace)).map(toPassage)
await db.close()
parentPort?.postMessage(passages.length === 0 ? null : trainPassageModel(passages, { dimensions }))
