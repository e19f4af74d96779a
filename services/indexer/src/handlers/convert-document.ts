import { isAssayError, type ResultOf } from '@assay/contracts'
import { contract as convert } from '@assay/contracts/kinds/convert'
import { contract as indexDocument } from '@assay/contracts/kinds/index-document'
import { type Conversion, type Database, loadDocumentBytes, loadThresholds, storeConversion } from '@assay/db'
import { type DocumentExtractor, DocumentNotFound, qualityThresholds } from '@assay/documents'
import { defineHandler } from '@assay/queue'
import { createFollowUp, type FollowUpDeps } from '../follow-up.ts'
import { judgeDocument, refuseDocument } from '../judge-document.ts'

export type ConverterDeps = FollowUpDeps & { db: Database; extractor: DocumentExtractor }

/**
 * Reads a stored document and stores its text with how well it came through. One that cannot be read is rejected with
 * the reason: that is an answer and no failure, since trying again changes nothing.
 */
export const createHandler = ({ db, extractor, ...rest }: ConverterDeps) => {
  const followUp = createFollowUp(rest)
  const read = async (workspace: string, id: string, signal: AbortSignal): Promise<Conversion | undefined> => {
    // Loaded when a reader is free for it: those that wait must not hold their bytes meanwhile.
    const load = async () => {
      const stored = await loadDocumentBytes(db, workspace, id)
      if (!stored) throw DocumentNotFound(id)
      return stored
    }
    try {
      const document = await extractor.extract(load, { signal })
      return judgeDocument(document, qualityThresholds.parse(await loadThresholds(db, workspace)))
    } catch (error) {
      if (!isAssayError(error) || error.retry !== 'never') throw error
      return error.code === 'DOCUMENT_NOT_FOUND' ? undefined : refuseDocument(error)
    }
  }

  return defineHandler(convert, async ({ documentId }, { workspace, signal }) => {
    const conversion = await read(workspace, documentId, signal)
    if (!conversion) return { result: gone(documentId) }
    const { status, format, text, score, gate, rejection } = conversion
    return {
      result: {
        documentId,
        status,
        format,
        characters: text?.length ?? 0,
        score,
        reasons: rejection ? [rejection.message] : (gate?.reasons ?? []).map((reason) => reason.text),
        code: rejection?.code ?? null,
      },
      effects: async (tx) => {
        await storeConversion(tx, { workspace, id: documentId, conversion })
        // What waits in quarantine is not to be found; what was let out of it before is.
        if (status !== 'rejected') await tx.spawn(indexDocument, { documentId })
        // Those that ended before may have left it to this one to count.
        else await followUp(tx, workspace)
      },
    }
  })
}

const gone = (documentId: string): ResultOf<typeof convert> => ({
  documentId,
  status: 'gone',
  format: null,
  characters: 0,
  score: null,
  reasons: [],
  code: null,
})
