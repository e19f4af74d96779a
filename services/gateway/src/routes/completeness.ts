import { completenessSchema, NotFound, problemSchema } from '@assay/contracts'
import {
  type Collection,
  type CollectionGap,
  countVanished,
  type Database,
  findRepository,
  readCollectionRuns,
  readGaps,
  storedConnections,
} from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

const GAPS = 500
const RUNS = 20

/** Whether all that a source has is stored, and what is missing where it is not. */
export const completenessRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/repositories/:id/completeness',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['work'],
        summary: "What a repository's source has against what is stored",
        params: z.object({ id: z.uuid() }),
        response: { 200: completenessSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const repository = await findRepository(db, callerOf(request).workspace, id)
      if (!repository) throw NotFound(`repository ${id}`)
      const [counted, gaps, runs, vanished] = await Promise.all([
        storedConnections(db, id),
        readGaps(db, id, GAPS),
        readCollectionRuns(db, id, RUNS),
        countVanished(db, id),
      ])
      const pullRequests = against(repository.expectedPullRequests, counted.pullRequests)
      return {
        repositoryId: id,
        repository: repository.name,
        completeness: repository.completeness,
        ...pullRequests,
        connections: [
          { connection: 'pull-requests' as const, ...pullRequests },
          { connection: 'files' as const, ...against(counted.files.expected, counted.files.stored) },
          { connection: 'commits' as const, ...against(counted.commits.expected, counted.commits.stored) },
          { connection: 'reviews' as const, ...against(counted.reviews.expected, counted.reviews.stored) },
          // No source says how many of these there are; an empty or huge pull request has no patch-id.
          { connection: 'labels' as const, ...against(null, counted.labels) },
          { connection: 'linked-issues' as const, ...against(null, counted.linkedIssues) },
          { connection: 'patch-ids' as const, ...against(null, counted.patchIds) },
        ],
        gaps: { total: gaps.total, items: gaps.first.map(viewGap) },
        runs: runs.map(viewRun),
        vanished,
      }
    },
  )
}

const against = (expected: number | null, stored: number) => ({
  expected,
  stored,
  missing: expected === null ? null : Math.max(0, expected - stored),
})

const viewGap = ({ seenAt, ...gap }: CollectionGap) => ({ ...gap, seenAt: seenAt.toISOString() })

const viewRun = ({ repositoryId: _repositoryId, startedAt, finishedAt, ...run }: Collection) => ({
  ...run,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})
