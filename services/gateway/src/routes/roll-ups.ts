import { problemSchema, rollUpQuery, rollUpSchema } from '@assay/contracts'
import { type Database, findContext, listAuthorVerdicts, loadAssessedWork } from '@assay/db'
import { createAliases, noPrices, rollUp, toContext, toValuedWork, valueTogether } from '@assay/value'
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
        description:
          'An effect that several groups tell of is counted in the group of the earliest pull request. Names that somebody said to be one person’s are one author.',
        querystring: rollUpQuery,
        response: { 200: rollUpSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { by, repository: repositoryId, author: authors, kind, from, to } = request.query
      const aliases = createAliases(await listAuthorVerdicts(db, workspace))
      const [stored, works] = await Promise.all([
        findContext(db, workspace),
        loadAssessedWork(db, workspace, {
          repositoryId,
          authors: authors && aliases.namesOf(authors),
          kind,
          from: from ? new Date(from) : undefined,
          to: to ? new Date(to) : undefined,
        }),
      ])
      const context = toContext(stored)
      const { values } = valueTogether(works.map(toValuedWork), context ?? noPrices)
      const named = works.map((work) => ({ ...work, author: aliases.standingName(work.author) }))
      return { items: rollUp(named, by, context && { values, context }) }
    },
  )
}
