import { nearMissesSchema, problemSchema, rollUpQuery, rollUpSchema } from '@assay/contracts'
import { type Database, findContext, listAuthorNames, loadAssessedWork } from '@assay/db'
import { findNearMisses, noPrices, rollUp, toContext, toValuedWork, valueTogether } from '@assay/value'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { callerOf } from '../access/authenticate.ts'

const tags = ['value']

/** What work comes to by author, repository, month or kind. */
export const rollUpRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/value/summary',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What work comes to by author, repository, month or kind, in the order of those: nobody is ranked',
        description: 'An effect that several groups tell of is counted in the group of the earliest pull request.',
        querystring: rollUpQuery,
        response: { 200: rollUpSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { by, repository: repositoryId, author: authors, kind, from, to } = request.query
      const [stored, works] = await Promise.all([
        findContext(db, workspace),
        loadAssessedWork(db, workspace, {
          repositoryId,
          authors,
          kind,
          from: from ? new Date(from) : undefined,
          to: to ? new Date(to) : undefined,
        }),
      ])
      const context = toContext(stored)
      const { values } = valueTogether(works.map(toValuedWork), context ?? noPrices)
      return { items: rollUp(works, by, context && { values, context }) }
    },
  )

  app.get(
    '/authors/near-misses',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['work'],
        summary: 'Names of authors that may be one person’s, to be looked at; nothing is merged',
        response: { 200: nearMissesSchema, '4xx': problemSchema },
      },
    },
    async (request) => ({ items: findNearMisses(await listAuthorNames(db, callerOf(request).workspace)) }),
  )
}
