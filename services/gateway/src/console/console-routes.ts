import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'

/** The folder that the console was built into. */
export type ConsoleRoutesDeps = { built: string }

const NOT_BUILT = 'The console is not built. Run "npm run build", then load this page again.\n'

/**
 * Serves the console: one page for all of its addresses. It holds nothing that is secret; what it shows comes from the
 * API, which asks who is there.
 */
export const consoleRoutes: FastifyPluginAsync<ConsoleRoutesDeps> = async (app, { built }) => {
  const page = (reply: FastifyReply) => {
    if (!existsSync(join(built, 'index.html'))) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  }
  app.get('/', { schema: { hide: true } }, async (_request, reply) => page(reply))
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET' && !request.url.startsWith('/console/assets/')) return page(reply)
    return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.\n')
  })
  await app.register(fastifyStatic, {
    root: built,
    prefix: '/',
    index: false,
    redirect: false,
    preCompressed: true,
    // The names of assets change with what is in them.
    immutable: true,
    maxAge: '365d',
  })
}
