import { apiKeySchema, NotFound, newApiKeySchema, problemSchema } from '@assay/contracts'
import { createApiKey, type Database, listApiKeys, revokeApiKey } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import type { Sessions } from '../access/sessions.ts'

/** API keys of the caller's workspace, and links that sign a person in at the console. */
export const keyRoutes: FastifyPluginAsyncZod<{ db: Database; sessions: Sessions }> = async (app, { db, sessions }) => {
  const config = { scope: 'admin' } as const
  app.get(
    '/keys',
    {
      config,
      schema: { tags: ['keys'], summary: 'API keys', response: { 200: z.object({ items: z.array(apiKeySchema) }) } },
    },
    async (request) => {
      const keys = await listApiKeys(db, callerOf(request).workspace)
      return {
        items: keys.map(({ workspace: _workspace, createdAt, lastUsedAt, revokedAt, ...key }) => ({
          ...key,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          revokedAt: revokedAt?.toISOString() ?? null,
        })),
      }
    },
  )

  app.post(
    '/keys',
    {
      config,
      schema: {
        tags: ['keys'],
        summary: 'Make an API key; it is shown this once',
        body: newApiKeySchema,
        response: { 201: z.object({ id: z.uuid(), key: z.string() }), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      return reply.code(201).send(await createApiKey(db, { workspace, ...request.body }))
    },
  )

  app.delete(
    '/keys/:id',
    {
      config,
      schema: {
        tags: ['keys'],
        summary: 'Revoke an API key; it is refused within three seconds',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await revokeApiKey(db, callerOf(request).workspace, id))) throw NotFound(`usable key ${id}`)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/sign-in-links',
    {
      config,
      schema: {
        tags: ['keys'],
        summary: 'Make a link that signs a person in at the console: once, within ten minutes',
        response: { 201: z.object({ path: z.string() }) },
      },
    },
    async (request, reply) => {
      const token = sessions.signInToken(callerOf(request).keyId)
      return reply.code(201).send({ path: `/admin/sign-in?token=${token}` })
    },
  )
}
