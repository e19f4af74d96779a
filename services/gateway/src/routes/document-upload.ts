import { MAX_DOCUMENTS, problemSchema, receivedDocumentsSchema } from '@assay/contracts'
import { contract as convert } from '@assay/contracts/kinds/convert'
import { type Database, findDocuments, type Reception, receiveDocument } from '@assay/db'
import type { JobQueue } from '@assay/queue'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { multipartOptions, receiveUploads, type Upload } from '../uploads/receive-uploads.ts'
import { openSpool } from '../uploads/spool.ts'
import { viewDocument } from '../views/document-view.ts'

/** Only for the description: the parts are read as they flow, and checked there. */
const files = z.unknown().meta({
  type: 'object',
  properties: { file: { type: 'array', items: { type: 'string', format: 'binary' }, maxItems: MAX_DOCUMENTS } },
})

/** Takes documents in. */
export const documentUploadRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (
  app,
  { db, queue },
) => {
  await app.register(multipart, multipartOptions)

  app.post(
    '/documents',
    {
      config: { scope: 'submit' },
      schema: {
        tags: ['documents'],
        summary: 'Add documents, and convert those that are new',
        description:
          'One part for each file, 50 MB at most, 20 at once; all are stored or none. PDF, DOCX, PPTX, XLSX, HTML, EPUB, Markdown, text, CSV, JSON, source code, e-mail and images, told by their content.',
        consumes: ['multipart/form-data'],
        body: files,
        response: { 200: receivedDocumentsSchema, 202: receivedDocumentsSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const spool = await openSpool()
      try {
        const items = await store(workspace, await receiveUploads(request, spool))
        return reply.code(items.some(({ job }) => job !== null) ? 202 : 200).send({ items })
      } finally {
        await spool.discard()
      }
    },
  )

  const store = (workspace: string, uploads: readonly Upload[]) =>
    db.transaction(async (tx) => {
      const received: Reception[] = []
      for (const { name, mediaType, file } of uploads) {
        const { contentHash, sizeBytes } = file
        received.push(
          await receiveDocument(tx, { workspace, name, mediaType, contentHash, sizeBytes, parts: file.parts() }),
        )
      }
      const fresh = received.filter(({ outcome }) => outcome === 'new' || outcome === 'new-version')
      const submissions = fresh.map(({ id }) => ({ workspace, kind: convert.kind, payload: { documentId: id } }))
      const jobs = submissions.length > 0 ? await queue.submitIn(tx, submissions) : []
      const jobOf = new Map(fresh.map(({ id }, at) => [id, jobs[at]?.id ?? null]))
      const documents = await findDocuments(
        tx,
        workspace,
        received.map(({ id }) => id),
      )
      const byId = new Map(documents.map((document) => [document.id, viewDocument(document)]))
      return received.flatMap(({ id, outcome }) => {
        const document = byId.get(id)
        return document ? [{ document, outcome, job: outcome === 'known' ? null : (jobOf.get(id) ?? null) }] : []
      })
    })
}
