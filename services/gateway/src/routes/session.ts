import { sessionSchema } from '@assay/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { callerOf } from '../access/authenticate.ts'
import type { Sessions } from '../access/sessions.ts'

export type SessionRoutesDeps = { sessions: Sessions; version: string; jaegerUrl: string | undefined }

/** Who is signed in, for the console. */
export const sessionRoutes: FastifyPluginAsyncZod<SessionRoutesDeps> = async (
  app,
  { sessions, version, jaegerUrl },
) => {
  app.get(
    '/session',
    {
      config: { scope: 'read' },
      schema: { tags: ['keys'], summary: 'Who asks, and what they may do', response: { 200: sessionSchema } },
    },
    async (request) => {
      const { workspace, keyId, scopes } = callerOf(request)
      return {
        workspace,
        keyId,
        scopes: [...scopes],
        until: sessions.of(request)?.until.toISOString() ?? null,
        version,
        jaegerUrl: jaegerUrl ?? null,
      }
    },
  )
}
