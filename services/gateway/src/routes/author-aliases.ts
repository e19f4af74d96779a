import {
  authorsSchema,
  authorVerdictQuery,
  authorVerdictRequestSchema,
  authorVerdictsSchema,
  NamesShareAnAlias,
  NotFound,
  nearMissesSchema,
  problemSchema,
} from '@assay/contracts'
import {
  type Database,
  listAuthorNames,
  listAuthorVerdicts,
  sayOnePerson,
  sayTwoPeople,
  takeVerdictBack,
  unknownAuthors,
} from '@assay/db'
import { createAliases, findNearMisses } from '@assay/value'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

const tags = ['work']

/** Which names are one person's: what looks like it, and what somebody said. */
export const authorAliasRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  const verdictsOf = async (workspace: string) => ({
    items: (await listAuthorVerdicts(db, workspace)).map(({ saidAt, ...verdict }) => ({
      ...verdict,
      saidAt: saidAt.toISOString(),
    })),
  })

  app.get(
    '/authors',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Names that pull requests were written under, in the order of the names',
        response: { 200: authorsSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const names = await listAuthorNames(db, callerOf(request).workspace)
      return { items: names.map(({ name, pullRequests }) => ({ name, pullRequests })) }
    },
  )

  app.get(
    '/authors/near-misses',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Names of authors that may be one person’s and of which nobody has said so yet; nothing is merged',
        response: { 200: nearMissesSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const [names, verdicts] = await Promise.all([listAuthorNames(db, workspace), listAuthorVerdicts(db, workspace)])
      return { items: findNearMisses(names, createAliases(verdicts)) }
    },
  )

  app.get(
    '/authors/aliases',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What was said of names: which are one person’s, and which are not',
        response: { 200: authorVerdictsSchema, '4xx': problemSchema },
      },
    },
    async (request) => verdictsOf(callerOf(request).workspace),
  )

  app.post(
    '/authors/aliases',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Say that names are one person’s, or two people’s; roll-ups and reports go by it from now on',
        description: 'Who was the same as one of the names comes along; what was said against it before is replaced.',
        body: authorVerdictRequestSchema,
        response: { 200: authorVerdictsSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace, keyId: saidBy } = callerOf(request)
      const { body } = request
      await db.transaction(async (tx) => {
        const named = 'distinct' in body ? body.distinct : [...body.names, body.sameAs]
        const [unknown] = await unknownAuthors(tx, workspace, named)
        if (unknown !== undefined) throw NotFound(`author ${unknown}`)
        if (!('distinct' in body)) return sayOnePerson(tx, { workspace, saidBy }, body)
        if (!(await sayTwoPeople(tx, { workspace, saidBy }, body.distinct))) throw NamesShareAnAlias(...body.distinct)
      })
      return verdictsOf(workspace)
    },
  )

  app.delete(
    '/authors/aliases',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Take back what was said of two names',
        querystring: authorVerdictQuery,
        response: { 204: z.null(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { name, other } = request.query
      const isGone = await takeVerdictBack(db, callerOf(request).workspace, [name, other])
      if (!isGone) throw NotFound(`verdict on ${name} and ${other}`)
      return reply.code(204).send(null)
    },
  )
}
