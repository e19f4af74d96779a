import { contract as indexDocument } from '@assay/contracts/kinds/index-document'
import { type Database, holdDocument, loadTextToCut, type NewChunk, replaceChunks } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { type Chunker, createChunker } from '@assay/retrieval'
import { BUDGET } from '../chunk-budget.ts'
import { createFollowUp, type FollowUpDeps } from '../follow-up.ts'

export type DocumentIndexerDeps = FollowUpDeps & { db: Database }

/** Cuts a converted document by its structure and replaces what was made of it before. */
export const createHandler = ({ db, ...rest }: DocumentIndexerDeps) => {
  const followUp = createFollowUp(rest)
  const prose = createChunker({ kind: 'markdown', ...BUDGET })
  const code = createChunker({ kind: 'code', ...BUDGET })

  return defineHandler(indexDocument, async ({ documentId }, { workspace, signal }) => {
    const document = await loadTextToCut(db, workspace, documentId)
    const chunker: Chunker = document?.format === 'source' ? code : prose
    const cuts = await chunker.chunk(document?.text ?? '')
    signal.throwIfAborted()
    const chunks = cuts.map(
      ({ start, end, path, text: cut }, position): NewChunk => ({
        documentId,
        position,
        start,
        end,
        headings: path,
        text: cut,
      }),
    )
    return {
      result: { chunks: chunks.length },
      // It may have been removed meanwhile, and its passages with it.
      effects: async (tx) => {
        if (await holdDocument(tx, workspace, documentId))
          await replaceChunks(tx, { workspace, documentIds: [documentId], chunks })
        await followUp(tx, workspace)
      },
    }
  })
}
