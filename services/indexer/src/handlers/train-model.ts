import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { contract as embed } from '@assay/contracts/kinds/embed'
import { contract as train } from '@assay/contracts/kinds/train'
import { countPassages, needsTraining, storeModel } from '@assay/db'
import { defineHandler } from '@assay/queue'
import type { PassageModel } from '@assay/retrieval'
import type { TrainedModel, TrainThreadData } from '../train-thread.ts'

export type TrainerDeps = {
  databaseUrl: string
  /** Passages from which on a model serves only once its vectors are stored. */
  largeFrom: number
}

/** Below this part of how well words find, meaning only misleads. */
const LEAST_OF_WORDS = 0.25

/** Trains a model on the workspace's own passages, and lets it serve if it finds held-out passages well enough. */
export const createHandler = ({ databaseUrl, largeFrom }: TrainerDeps) =>
  defineHandler(train, async ({ dimensions }, { workspace, jobId, signal }) => {
    const model = await trainApart({ databaseUrl, workspace, dimensions }, signal)
    if (!model)
      return { result: { passages: 0, dimensions: 0, serves: false, reason: 'there is nothing to learn from' } }
    const { passages, bytes, hash, terms, measured, quality, strategies } = model
    const reason = against(model)
    const isLarge = passages >= largeFrom
    const verdict =
      reason === null
        ? { state: isLarge ? ('building' as const) : ('serving' as const) }
        : { state: 'refused' as const, reason }
    return {
      result: { passages, dimensions: model.dimensions, serves: verdict.state === 'serving', reason },
      effects: async (tx) => {
        await storeModel(
          tx,
          {
            id: jobId,
            workspace,
            name: 'lsa',
            dimensions: model.dimensions,
            passages,
            terms,
            hash,
            measured: measured ?? null,
            quality: { ...quality, strategies },
            bytes: Buffer.from(bytes),
          },
          verdict,
        )
        if (verdict.state === 'building') await tx.spawn(embed, {}, { priority: 'low' })
        // It may have grown while this was learned.
        if (await needsTraining(tx, workspace, await countPassages(tx, workspace), jobId))
          await tx.spawn(train, { dimensions }, { priority: 'low' })
      },
    }
  })

const against = ({ measured, quality }: PassageModel): string | null => {
  if (quality.soundness.unusable.length > 0) return 'some of its vectors hold no numbers'
  if (measured && measured.meaning < LEAST_OF_WORDS * measured.words) {
    return `it finds held-out passages at ${measured.meaning.toFixed(2)}, words alone at ${measured.words.toFixed(2)} (mean reciprocal rank)`
  }
  return null
}

const trainApart = async (data: TrainThreadData, signal: AbortSignal): Promise<TrainedModel | null> => {
  const worker = new Worker(new URL('../train-thread.ts', import.meta.url), { workerData: data })
  try {
    const [model] = await once(worker, 'message', { signal })
    return model as TrainedModel | null
  } finally {
    await worker.terminate()
  }
}
