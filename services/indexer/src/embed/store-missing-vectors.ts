import { addCost, type Database, type ModelToEmbed, passagesWithoutVector, storeVectors } from '@assay/db'
import type { JobContext } from '@assay/queue'
import { type PassageEmbedder, titleOf } from '@assay/retrieval'

/** Each commit is a point that an interrupted job goes on from. */
const AT_ONCE = 256

export type EmbeddedSoFar = { embedded: number; tokens: number; costUsd: number }

/** Gives every passage that has none its vector of a model; what was given before stays, whoever gave it. */
export const storeMissingVectors = async (
  db: Database,
  { model, embedder }: { model: ModelToEmbed; embedder: PassageEmbedder },
  { workspace, signal, commit }: Pick<JobContext, 'workspace' | 'signal' | 'commit'>,
): Promise<EmbeddedSoFar> => {
  const sums: EmbeddedSoFar = { embedded: 0, tokens: 0, costUsd: 0 }
  for (let after = '0'; ; ) {
    signal.throwIfAborted()
    const { last, passages } = await passagesWithoutVector(db, workspace, model.id, { after, limit: AT_ONCE })
    if (last === null) return sums
    after = last
    // Those that cannot be found, such as earlier versions of documents, cost nothing.
    if (passages.length === 0) continue
    const texts = passages.map((passage) => ({ title: titleOf(passage), text: passage.text }))
    const { vectors, tokens, costUsd } = await embedder.embedPassages(texts, signal)
    const given = passages.flatMap(({ id }, at) => {
      const embedding = vectors[at]
      return embedding ? [{ chunkId: id, embedding }] : []
    })
    const isAsked = model.bytes.length === 0
    await commit(
      async (tx) => {
        await storeVectors(tx, model.id, given)
        // Trained models know how many passages they learned from.
        await addCost(tx, model.id, { passages: isAsked ? given.length : 0, tokens, costUsd })
      },
      { done: sums.embedded + given.length, message: 'vectors' },
    )
    sums.embedded += given.length
    sums.tokens += tokens
    sums.costUsd += costUsd
  }
}
