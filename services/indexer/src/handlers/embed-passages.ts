import { contract as embed } from '@assay/contracts/kinds/embed'
import {
  addQuality,
  canIndexVectors,
  countPassages,
  createVectorIndex,
  type Database,
  dropUnusedVectorIndexes,
  dropWordSegments,
  findTrainedModel,
  indexTrigrams,
  type ModelToEmbed,
  needsEmbedding,
  openDatabase,
  passagesWithoutVector,
  registerModel,
  serveModel,
} from '@assay/db'
import { defineHandler, type JobContext } from '@assay/queue'
import { openLsaEmbedder, type PassageEmbedder } from '@assay/retrieval'
import { measureIndexRecall } from '../embed/measure-index-recall.ts'
import { storeMissingVectors } from '../embed/store-missing-vectors.ts'
import { storeWordSegments } from '../embed/store-word-segments.ts'

export type EmbedderDeps = {
  db: Database
  databaseUrl: string
  /** A model behind an address; without one, those that are trained here. */
  askedEmbedder?: PassageEmbedder | undefined
  /** Passages from which on a workspace is searched in the database. */
  largeFrom: number
}

/** Brings vectors and indexes of a workspace up to date, and lets a model that waited for them serve. */
export const createHandler = ({ db, databaseUrl, askedEmbedder, largeFrom }: EmbedderDeps) =>
  defineHandler(embed, async (_payload, context) => {
    const { workspace, jobId } = context
    const isLarge = (await countPassages(db, workspace)) >= largeFrom && (await canIndexVectors(db))
    const chosen = await chooseModel(db, context, askedEmbedder, isLarge)
    const sums = chosen ? await storeMissingVectors(db, chosen, context) : { embedded: 0, tokens: 0, costUsd: 0 }
    const segments = isLarge ? await storeWordSegments(db, context) : 0
    // It was larger once: in memory they are not needed, and they would keep words of what was removed.
    if (!isLarge) await context.commit((tx) => dropWordSegments(tx, workspace))
    const recall = isLarge && chosen ? await indexVectors(db, databaseUrl, chosen.model) : null
    return {
      result: { model: chosen?.model.id ?? null, ...sums, segments, indexed: isLarge, recall },
      effects: async (tx) => {
        if (chosen?.model.state === 'building') await serveModel(tx, workspace, chosen.model.id, ['building'])
        // More may have come while this was going on.
        const more =
          chosen && (await passagesWithoutVector(tx, workspace, chosen.model.id, { after: '0', limit: 1_000 }))
        if (!more || more.passages.length === 0) return
        const held = { passages: await countPassages(tx, workspace), largeFrom }
        if (await needsEmbedding(tx, workspace, { ...held, isAsked: askedEmbedder !== undefined, besides: jobId }))
          await tx.spawn(embed, {}, { priority: 'low' })
      },
    }
  })

type Chosen = { model: ModelToEmbed; embedder: PassageEmbedder }

const chooseModel = async (
  db: Database,
  { workspace, jobId, commit }: JobContext,
  askedEmbedder: PassageEmbedder | undefined,
  isLarge: boolean,
): Promise<Chosen | null> => {
  if (askedEmbedder) {
    const version = { ...askedEmbedder.version }
    const model = await commit((tx) => registerModel(tx, { workspace, id: jobId, version }))
    return { model, embedder: askedEmbedder }
  }
  const model = await findTrainedModel(db, workspace)
  // In memory texts are folded in as they are read; only the index in the database needs them stored.
  if (!model || !(isLarge || model.state === 'building')) return null
  return { model, embedder: openLsaEmbedder(model.bytes) }
}

/** @returns the recall of the index; null where the model has more dimensions than can be indexed. */
const indexVectors = async (db: Database, databaseUrl: string, model: ModelToEmbed): Promise<number | null> => {
  // Building takes minutes and settings of its own.
  const single = openDatabase({ url: databaseUrl, poolSize: 1, applicationName: 'assay-vector-index' })
  try {
    await indexTrigrams(single)
    if (!(await createVectorIndex(single, model))) return null
    await dropUnusedVectorIndexes(single)
  } finally {
    await single.close()
  }
  const measured = await measureIndexRecall(db, model)
  await addQuality(db, model.id, { indexRecall: measured })
  return measured.recall.mean
}
