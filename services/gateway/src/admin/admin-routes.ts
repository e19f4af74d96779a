import type { Catalog } from '@assay/contracts'
import type { Transport } from '@assay/queue'
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allows, type Keyring } from '../access/authenticate.ts'
import { SESSION_MS, type Sessions } from '../access/sessions.ts'
import { homePage, signInPage, styleSheet } from './admin-pages.ts'

export type AdminRoutesDeps = { catalog: Catalog; transport: Transport; keyring: Keyring; sessions: Sessions }

const COOKIE = 'assay_session'
const OPEN = new Set(['/admin/sign-in', '/admin/style.css'])

/** The operator's pages: everything below /admin needs a session, which an admin key or a sign-in link starts. */
export const adminRoutes: FastifyPluginAsync<AdminRoutesDeps> = async (
  app,
  { catalog, transport, keyring, sessions },
) => {
  await app.register(cookie)
  await app.register(formbody)

  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (request.method !== 'GET' && !isSameOrigin(request))
      return reply.code(403).send('Requests from other sites are refused.')
    if (OPEN.has(path) || sessions.read(request.cookies[COOKIE])) return
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    return isPage ? reply.redirect('/admin/sign-in') : reply.code(401).send('Sign in at /admin/sign-in first.')
  })

  const html = (reply: FastifyReply, text: string, status = 200) =>
    reply.code(status).header('content-type', 'text/html; charset=utf-8').send(text)
  const startSession = (request: FastifyRequest, reply: FastifyReply, workspace: string) =>
    reply
      .setCookie(COOKIE, sessions.start(workspace), {
        path: '/admin',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https',
        maxAge: SESSION_MS / 1_000,
      })
      // Not a redirect by status: a strict cookie is not sent along when another site's link led here.
      .header('refresh', '0; url=/admin')

  const schema = { hide: true }
  app.get('/style.css', { schema }, async (_request, reply) =>
    reply.header('content-type', 'text/css').send(styleSheet),
  )
  app.get('/', { schema }, async (_request, reply) => html(reply, homePage))
  app.get<{ Querystring: { token?: unknown } }>('/sign-in', { schema }, async (request, reply) => {
    const { token } = request.query
    if (typeof token !== 'string') return html(reply, signInPage(null))
    const workspace = sessions.redeem(token)
    if (!workspace) return html(reply, signInPage('This link was used or is too old. Sign in with the key.'), 401)
    return html(startSession(request, reply, workspace), homePage)
  })
  app.post<{ Body: { key?: unknown } | undefined }>('/sign-in', { schema }, async (request, reply) => {
    const given = request.body?.key
    const key = typeof given === 'string' ? await keyring.find(given.trim()) : undefined
    if (!key || !allows(key.scopes, 'admin'))
      return html(reply, signInPage('This is no usable key with the scope admin.'), 401)
    return html(startSession(request, reply, key.workspace), homePage)
  })
  app.post('/sign-out', { schema }, async (_request, reply) =>
    reply.clearCookie(COOKIE, { path: '/admin' }).redirect('/admin/sign-in', 303),
  )

  const board = new FastifyAdapter()
  board.setBasePath('/admin/queues')
  createBullBoard({
    queues: transport.bullQueues(catalog.queues).map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Assay queues' } },
  })
  await app.register(board.registerPlugin(), { prefix: '/queues' })
}

function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  return origin === undefined || URL.parse(origin)?.host === host
}
