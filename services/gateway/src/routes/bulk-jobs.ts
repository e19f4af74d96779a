import { bulkJobsSchema, bulkOutcomeSchema, problemSchema } from '@assay/contracts'
import { type Database, findJobIds } from '@assay/db'
import type { JobQueue } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { cancelling, changeMany, retrying } from '../bulk-change.ts'
import { toJobFilter } from '../job-filter.ts'

/** Steering many jobs with one request. */
export const bulkJobRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (app, { db, queue }) => {
  const idsOf = async (workspace: string, given: z.output<typeof bulkJobsSchema>): Promise<readonly string[]> =>
    'ids' in given ? given.ids : findJobIds(db, workspace, await toJobFilter(db, workspace, given.filter), given.limit)

  const actions = [
    { path: '/jobs/cancel', summary: 'Cancel many jobs, each with all it spawned', change: cancelling(db, queue) },
    { path: '/jobs/retry', summary: 'Let many failed jobs run again', change: retrying(db, queue) },
  ]
  for (const { path, summary, change } of actions) {
    app.post(
      path,
      {
        config: { scope: 'submit' },
        schema: {
          tags: ['jobs'],
          summary,
          description: 'By id or by the filters of the list. Those it could not be done to are told with the reason.',
          body: bulkJobsSchema,
          response: { 202: bulkOutcomeSchema, '4xx': problemSchema },
        },
      },
      async (request, reply) => {
        const { workspace } = callerOf(request)
        const ids = await idsOf(workspace, request.body)
        return reply.code(202).send(await changeMany(db, change, { workspace, ids, dryRun: request.body.dryRun }))
      },
    )
  }
}
