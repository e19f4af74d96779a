import { NotFound, pageQuery, problemSchema, reportAcceptedSchema, reportPageSchema } from '@assay/contracts'
import { contract as report } from '@assay/contracts/kinds/report'
import { type Database, findJob, findReport, listReports } from '@assay/db'
import type { JobQueue } from '@assay/queue'
import { type Report, renderReport, reportFormats } from '@assay/value'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, toPage } from '../cursor.ts'

const tags = ['value']
const params = z.object({ id: z.uuid() })
const position = z.object({ createdAt: z.iso.datetime(), id: z.uuid() })

/** Reports are written by jobs, kept as data, and given in the format that is asked for. */
export const reportRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (app, { db, queue }) => {
  app.post(
    '/reports',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Have a report written of a person or a repository and a period',
        description: 'It is there under the id of its job once that has succeeded.',
        headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }).loose(),
        body: report.payload,
        response: { 202: reportAcceptedSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const { id } = await queue.submit({
        workspace,
        kind: report.kind,
        payload: request.body,
        idempotencyKey: request.headers['idempotency-key'],
      })
      const job = await findJob(db, workspace, id)
      return reply
        .code(202)
        .header('location', `/api/v2/reports/${id}`)
        .send({ id, state: job?.state ?? 'queued' })
    },
  )

  app.get(
    '/reports',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Reports that are written, the newest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: reportPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const decoded = decodeCursor(cursor, position)
      const before = decoded && { ...decoded, createdAt: new Date(decoded.createdAt) }
      const rows = await listReports(db, callerOf(request).workspace, { before, limit: limit + 1 })
      return toPage(rows, limit, {
        view: ({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }),
        position: ({ createdAt, id }) => ({ createdAt: createdAt.toISOString(), id }),
      })
    },
  )

  app.get(
    '/reports/:id',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'A report as data, Markdown, a page or PDF',
        produces: ['application/json', 'text/markdown', 'text/html', 'application/pdf'],
        params,
        querystring: z.strictObject({ format: z.enum(reportFormats).default('json') }),
        response: { 200: z.unknown(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const [stored, job] = await Promise.all([findReport(db, workspace, id), findJob(db, workspace, id)])
      if (!stored)
        throw NotFound(job?.kind === report.kind ? `report ${id} yet: its job is ${job.state}` : `report ${id}`)
      // Stored as @assay/value composed it.
      const { mediaType, content } = await renderReport(stored.document as unknown as Report, request.query.format)
      return reply
        .type(mediaType)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .send(content)
    },
  )
}
