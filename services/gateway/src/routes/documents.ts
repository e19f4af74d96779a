import {
  documentPageSchema,
  documentQuery,
  documentSchema,
  NotFound,
  NotQuarantined,
  problemSchema,
} from '@assay/contracts'
import { contract as indexDocument } from '@assay/contracts/kinds/index-document'
import {
  activeConvertJobs,
  type Database,
  deleteDocument,
  findDocument,
  listDocuments,
  releaseDocument,
} from '@assay/db'
import type { JobQueue } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { removeWords } from '../search/remove-words.ts'
import { viewDocument, viewWholeDocument } from '../views/document-view.ts'

const tags = ['documents']
const params = z.object({ id: z.uuid() })

/** Documents that were added, and what became of them. */
export const documentRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (app, { db, queue }) => {
  const find = async (workspace: string, id: string) => {
    const row = await findDocument(db, workspace, id)
    if (!row) throw NotFound(`document ${id}`)
    return row
  }

  app.get(
    '/documents',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Documents, the newest first',
        querystring: documentQuery,
        response: { 200: documentPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { cursor, limit, versions, ...filter } = request.query
      const before = decodeCursor(cursor, z.uuid())
      const rows = await listDocuments(
        db,
        callerOf(request).workspace,
        { ...filter, newest: versions === 'newest' },
        { before, limit: limit + 1 },
      )
      return toPage(rows, limit, { view: viewDocument, position: ({ id }) => id })
    },
  )

  app.get(
    '/documents/:id',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'One document with its text, where that came from, its quality and what was lost',
        params,
        response: { 200: documentSchema, '4xx': problemSchema },
      },
    },
    async (request) => viewWholeDocument(await find(callerOf(request).workspace, request.params.id)),
  )

  app.post(
    '/documents/:id/release',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Let a document out of quarantine',
        description: 'It counts as converted from now on, also when it is converted again.',
        params,
        response: { 200: documentSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const isReleased = await db.transaction(async (tx) => {
        const released = await releaseDocument(tx, workspace, id)
        if (released) await queue.submitIn(tx, [{ workspace, kind: indexDocument.kind, payload: { documentId: id } }])
        return released
      })
      const row = await find(workspace, id)
      if (!isReleased) throw NotQuarantined(row.status)
      return viewWholeDocument(row)
    },
  )

  app.delete(
    '/documents/:id',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Remove a version of a document and all that was derived from it',
        description: 'Its bytes, its text and jobs that convert it; the version before holds again, if there is one.',
        params,
        response: { 204: z.null(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const isThere = await db.transaction(async (tx) => {
        const deleted = await deleteDocument(tx, workspace, id)
        if (deleted) await removeWords(tx, queue, workspace)
        return deleted
      })
      if (!isThere) throw NotFound(`document ${id}`)
      for (const job of await activeConvertJobs(db, workspace, id)) await queue.cancel(workspace, job)
      return reply.code(204).send(null)
    },
  )
}
