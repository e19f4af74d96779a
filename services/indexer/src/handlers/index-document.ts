import { setImmediate as letOthersRun } from 'node:timers/promises'
import { contract as indexDocument } from '@assay/contracts/kinds/index-document'
import { type Database, findDocument, type NewChunk, replaceChunks } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { type Chunker, createChunker, type Embedder } from '@assay/retrieval'
import { BUDGET } from '../chunk-budget.ts'
import { versionOf } from '../embedder-version.ts'
import { createFollowUp, type FollowUpDeps } from '../follow-up.ts'

export type DocumentIndexerDeps = FollowUpDeps & { db: Database; embedder: Embedder }

/** Embedded in one go, between which the leases can be renewed. */
const AT_ONCE = 64

/** Cuts a converted document by its structure, embeds the passages and replaces what was made of it before. */
export const createHandler = ({ db, embedder, ...rest }: DocumentIndexerDeps) => {
  const followUp = createFollowUp(rest)
  const prose = createChunker({ kind: 'markdown', ...BUDGET })
  const code = createChunker({ kind: 'code', ...BUDGET })

  return defineHandler(indexDocument, async ({ documentId }, { workspace, signal, progress }) => {
    const document = await findDocument(db, workspace, documentId)
    const text = document?.status === 'converted' ? (document.text ?? '') : ''
    const chunker: Chunker = document?.format === 'source' ? code : prose
    const cuts = await chunker.chunk(text)
    const chunks: NewChunk[] = []
    for (let from = 0; from < cuts.length; from += AT_ONCE) {
      signal.throwIfAborted()
      const some = cuts.slice(from, from + AT_ONCE)
      const vectors = embedder.embed(some.map((cut) => cut.text))
      for (const [at, { start, end, path, text: cut }] of some.entries()) {
        const embedding = [...(vectors[at] ?? [])]
        chunks.push({ documentId, position: from + at, start, end, headings: path, text: cut, embedding })
      }
      progress({ done: chunks.length, total: cuts.length })
      await letOthersRun()
    }
    const version = versionOf(embedder)
    return {
      result: { chunks: chunks.length, embedder: version },
      // It may have been removed meanwhile, and its passages with it.
      effects: async (tx) => {
        if (!(await findDocument(tx, workspace, documentId))) return
        await replaceChunks(tx, { workspace, embedder: version, documentIds: [documentId], chunks })
        await followUp(tx, workspace)
      },
    }
  })
}
