import { NotFound } from '@assay/contracts'
import { type Database, findJob } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import type { TreeWatch } from '../tree-watch.ts'
import { describeJob } from '../views/job-view.ts'

const HEARTBEAT_MS = 15_000
const RECONNECT_MS = 1_000

/**
 * A job's life as server-sent events (WHATWG HTML, section 9.2). Each event is the whole job with the totals of its
 * tree; its id grows with every change anywhere in the tree, so that a client who lost the connection and says
 * Last-Event-ID is told only what is new. The stream ends when the whole tree has.
 */
export const jobEventRoutes: FastifyPluginAsyncZod<{ db: Database; watch: TreeWatch }> = async (app, { db, watch }) => {
  app.get(
    '/jobs/:id/events',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['jobs'],
        summary: 'Follow a job and its tree live (text/event-stream)',
        params: z.object({ id: z.uuid() }),
        headers: z.object({ 'last-event-id': z.coerce.number().optional() }).loose(),
        response: { 200: z.string().describe('Events "job" with the job as data, then one event "end"') },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const job = await findJob(db, workspace, request.params.id)
      if (!job) throw NotFound(`job ${request.params.id}`)
      // The row's spelling of the id: a client may write it in capitals.
      const { id } = job

      reply.hijack()
      const stream = reply.raw
      // Who left while the job was looked up sends no "close" any more, and would be followed for ever.
      if (stream.destroyed) return
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) stream.setHeader(name, value)
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache',
        'x-accel-buffering': 'no',
      })
      stream.write(`retry: ${RECONNECT_MS}\n\n`)
      const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)

      const stop = watch.follow(id, request.headers['last-event-id'] ?? 0, async ({ version, isSettled }) => {
        const row = await findJob(db, workspace, id)
        if (!row || stream.destroyed) return
        stream.write(`id: ${version}\nevent: job\ndata: ${JSON.stringify(await describeJob(db, row))}\n\n`)
        if (isSettled) stream.end('event: end\ndata: {}\n\n')
      })
      const forget = watch.onClose(() => stream.end())
      stream.on('close', () => {
        clearInterval(heartbeat)
        stop()
        forget()
      })
    },
  )
}
