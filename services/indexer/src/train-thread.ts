import { parentPort, workerData } from 'node:worker_threads'
import { loadPassages, openDatabase, readDocumentTypes, sampleDocuments, samplePullRequests } from '@assay/db'
import {
  assessStrategies,
  createHashedEmbedder,
  type PassageModel,
  pullRequestText,
  type StrategyReport,
  toPassage,
  trainPassageModel,
} from '@assay/retrieval'
import { BUDGET } from './chunk-budget.ts'
import { stepBack } from './step-back.ts'

export type TrainThreadData = { readonly databaseUrl: string; readonly workspace: string; readonly dimensions: number }

/** Vectors of one strategy are stored; of the others a sample tells how they would lie. */
export type TrainedModel = PassageModel & { readonly strategies: readonly StrategyReport[] }

/** About half a million characters at most where there are a dozen formats. */
const SAMPLED = { documents: { ofEachFormat: 4, characters: 10_000 }, pullRequests: 40 }

// Training keeps a thread busy for half a minute; the service's own has to renew its leases meanwhile, and what is to be
// found soon goes before what is to be found better.
stepBack()
const { databaseUrl, workspace, dimensions } = workerData as TrainThreadData
const db = openDatabase({ url: databaseUrl, poolSize: 1 })
const passages = (await loadPassages(db, workspace)).map(toPassage)
const documentTypes = await readDocumentTypes(db, workspace)
const texts = [
  ...(await sampleDocuments(db, workspace, SAMPLED.documents)),
  ...(await samplePullRequests(db, workspace, SAMPLED.pullRequests)).map((pullRequest) => ({
    documentType: 'pull-request',
    text: pullRequestText(pullRequest),
  })),
]
await db.close()

const train = async (): Promise<TrainedModel | null> => {
  if (passages.length === 0) return null
  const model = trainPassageModel(passages, { dimensions, documentTypes })
  const { embed } = createHashedEmbedder()
  return { ...model, strategies: await assessStrategies(texts, { bytes: model.bytes, budget: BUDGET, embed }) }
}
parentPort?.postMessage(await train())
