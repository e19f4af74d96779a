import { NotFound, problemSchema } from '@assay/contracts'
import { contract as removeClone } from '@assay/contracts/kinds/remove-clone'
import {
  activeCollectJobs,
  countVanished,
  type Database,
  deleteCollectSchedules,
  deleteRepository,
  findRepository,
} from '@assay/db'
import type { JobQueue } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { removeWords } from '../search/remove-words.ts'

/** Removing a repository with all that hangs on it. */
export const repositoryRemovalRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (
  app,
  { db, queue },
) => {
  app.delete(
    '/repositories/:id',
    {
      config: { scope: 'admin' },
      schema: {
        tags: ['work'],
        summary: 'Remove a repository and all that was derived from it',
        description:
          'Ends its schedules, cancels jobs that collect it, removes its rows at once and its clone on disk by the job that is answered.',
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ pullRequests: z.int(), job: z.uuid() }), '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const repository = await findRepository(db, workspace, id)
      if (!repository) throw NotFound(`repository ${id}`)
      const { origin } = repository

      // In this order nothing brings the rows back, and while they stand, what was cut off can be asked for again.
      await deleteCollectSchedules(db, workspace, origin)
      for (const job of await activeCollectJobs(db, workspace, origin)) await queue.cancel(workspace, job)
      return db.transaction(async (tx) => {
        const vanished = await countVanished(tx, id)
        const deleted = await deleteRepository(tx, workspace, id)
        const [job] = deleted
          ? await queue.submitIn(tx, [{ workspace, kind: removeClone.kind, payload: { origin } }])
          : []
        if (!job) throw NotFound(`repository ${id}`)
        await removeWords(tx, queue, workspace)
        return { pullRequests: repository.pullRequestCount + vanished, job: job.id }
      })
    },
  )
}
