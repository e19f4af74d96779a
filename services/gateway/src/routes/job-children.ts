import { jobChildrenSchema, NotFound, problemSchema } from '@assay/contracts'
import { countChildren, type Database, findJob } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

/** What a job spawned, in numbers: a tree of thousands is opened part by part. */
export const jobChildrenRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/jobs/:id/children',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['jobs'],
        summary: 'How many jobs a job spawned itself, by kind and state',
        description: 'GET /jobs?parent={id}&kind=…&state=… lists them.',
        params: z.object({ id: z.uuid() }),
        response: { 200: jobChildrenSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const job = await findJob(db, callerOf(request).workspace, request.params.id)
      if (!job) throw NotFound(`job ${request.params.id}`)
      return { items: await countChildren(db, job.id) }
    },
  )
}
