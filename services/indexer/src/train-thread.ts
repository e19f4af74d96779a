import { parentPort, workerData } from 'node:worker_threads'
import { loadPassages, openDatabase } from '@assay/db'
import { toPassage, trainPassageModel } from '@assay/retrieval'
import { stepBack } from './step-back.ts'

export type TrainThreadData = { readonly databaseUrl: string; readonly workspace: string; readonly dimensions: number }

// Training keeps a thread busy for half a minute; the service's own has to renew its leases meanwhile, and what is to be
// found soon goes before what is to be found better.
stepBack()
const { databaseUrl, workspace, dimensions } = workerData as TrainThreadData
const db = openDatabase({ url: databaseUrl, poolSize: 1 })
const passages = (await loadPassages(db, workspace)).map(toPassage)
await db.close()
parentPort?.postMessage(passages.length === 0 ? null : trainPassageModel(passages, { dimensions }))
