import { type Catalog, overviewSchema } from '@assay/contracts'
import { countEndedByMinute, countWorkers, type Database, listRecentCollections, listTopPullRequests } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { callerOf } from '../access/authenticate.ts'
import { readQueues } from '../views/queue-view.ts'

const SHOWN = 5

/** The first page of the console in one answer. */
export const overviewRoutes: FastifyPluginAsyncZod<{ db: Database; catalog: Catalog }> = async (
  app,
  { db, catalog },
) => {
  app.get(
    '/overview',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['overview'],
        summary: 'How it goes: jobs of the last hour, queues, workers, newest collections, best work',
        response: { 200: overviewSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const [minutes, queues, workers, collections, achievements] = await Promise.all([
        countEndedByMinute(db, workspace),
        readQueues(db, catalog, workspace),
        countWorkers(db),
        listRecentCollections(db, workspace, SHOWN),
        listTopPullRequests(db, workspace, SHOWN),
      ])
      const succeeded = minutes.reduce((sum, minute) => sum + minute.succeeded, 0)
      const failed = minutes.reduce((sum, minute) => sum + minute.failed, 0)
      return {
        jobsPerMinute: minutes.map(({ minute, ...ended }) => ({ minute: minute.toISOString(), ...ended })),
        succeeded,
        failed,
        successRate: succeeded + failed === 0 ? null : succeeded / (succeeded + failed),
        oldestWaitSeconds: Math.max(0, ...queues.map(({ oldestWaitSeconds }) => oldestWaitSeconds)),
        queues,
        workers,
        collections: collections.map(({ startedAt, finishedAt, ...collection }) => ({
          ...collection,
          startedAt: startedAt.toISOString(),
          finishedAt: finishedAt?.toISOString() ?? null,
        })),
        achievements: achievements.map(({ mergedAt, ...pullRequest }) => ({
          ...pullRequest,
          mergedAt: mergedAt.toISOString(),
        })),
      }
    },
  )
}
