import { contract as embed } from '@assay/contracts/kinds/embed'
import { contract as train } from '@assay/contracts/kinds/train'
import { countWhenDue, needsEmbedding, needsTraining } from '@assay/db'
import type { JobTransaction } from '@assay/queue'
import type { PassageEmbedder } from '@assay/retrieval'

export type FollowUpDeps = {
  askedEmbedder?: PassageEmbedder | undefined
  /** Passages from which on a workspace is searched in the database. */
  largeFrom: number
}

/** Submits what has to be done once passages changed: a model behind an address is asked, or one is trained. */
export const createFollowUp =
  ({ askedEmbedder, largeFrom }: FollowUpDeps) =>
  async (tx: JobTransaction, workspace: string): Promise<void> => {
    const isAsked = askedEmbedder !== undefined
    const passages = await countWhenDue(tx, workspace)
    if (await needsEmbedding(tx, workspace, { isAsked, passages, largeFrom }))
      await tx.spawn(embed, {}, { priority: 'low' })
    if (!isAsked && passages !== null && (await needsTraining(tx, workspace, passages)))
      await tx.spawn(train, { dimensions: 256 }, { priority: 'low' })
  }
