import { workerListSchema } from '@assay/contracts'
import { type Database, listWorkers } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { callerOf } from '../access/authenticate.ts'

/** Who works, and on what. Workers serve all workspaces; of others' jobs only their number is told. */
export const workerRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/workers',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['workers'],
        summary: 'Worker processes, those alive first',
        description: 'Those that died stay in the list for a day.',
        response: { 200: workerListSchema },
      },
    },
    async (request) => {
      const workers = await listWorkers(db, callerOf(request).workspace)
      const items = workers.map(({ startedAt, lastHeartbeatAt, jobs, ...worker }) => ({
        ...worker,
        startedAt: startedAt.toISOString(),
        lastHeartbeatAt: lastHeartbeatAt.toISOString(),
        jobs: jobs.map((job) => ({ ...job, startedAt: new Date(job.startedAt).toISOString() })),
      }))
      return { items }
    },
  )
}
