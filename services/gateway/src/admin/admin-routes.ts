import type { Catalog } from '@assay/contracts'
import type { Transport } from '@assay/queue'
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allows, type Keyring } from '../access/authenticate.ts'
import { createFailureLimit } from '../access/failure-limit.ts'
import { isSameOrigin } from '../access/same-origin.ts'
import type { Sessions } from '../access/sessions.ts'
import { openingPage, signInPage, styleSheet } from './admin-pages.ts'

export type AdminRoutesDeps = { catalog: Catalog; transport: Transport; keyring: Keyring; sessions: Sessions }

const OPEN = new Set(['/admin/sign-in', '/admin/sign-out', '/admin/style.css'])
/** Wrong keys and links from one address in a minute; then it has to wait. */
const FAILED_SIGN_INS = 10

/** Signing in and out at the console, and the queue board, which shows all workspaces and so needs the scope admin. */
export const adminRoutes: FastifyPluginAsync<AdminRoutesDeps> = async (
  app,
  { catalog, transport, keyring, sessions },
) => {
  await app.register(formbody)

  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (request.method !== 'GET' && !isSameOrigin(request))
      return reply.code(403).send('Requests from other sites are refused.')
    if (OPEN.has(path)) return
    const key = await keyring.ofSession(request)
    if (key && allows(key.scopes, 'admin')) return
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    return isPage ? reply.redirect('/admin/sign-in') : reply.code(401).send('Sign in at /admin/sign-in first.')
  })

  const html = (reply: FastifyReply, text: string, status = 200) =>
    reply.code(status).header('content-type', 'text/html; charset=utf-8').send(text)
  const open = (request: FastifyRequest, reply: FastifyReply, keyId: string) =>
    // Not a redirect by status: a strict cookie is not sent along when another site's link led here.
    html(sessions.start(request, reply, keyId).header('refresh', '0; url=/console/'), openingPage)

  const failures = createFailureLimit({ max: FAILED_SIGN_INS, windowMs: 60_000 })
  const refuse = (request: FastifyRequest, reply: FastifyReply, notice: string) => {
    failures.note(request.ip)
    return html(reply, signInPage(notice), 401)
  }
  const tooMany = (request: FastifyRequest, reply: FastifyReply) => {
    const seconds = failures.secondsToWait(request.ip)
    if (seconds === 0) return undefined
    reply.header('retry-after', seconds)
    return html(reply, signInPage(`Too many attempts. Try again in ${seconds} seconds.`), 429)
  }

  const schema = { hide: true }
  app.get('/style.css', { schema }, async (_request, reply) =>
    reply.header('content-type', 'text/css').send(styleSheet),
  )
  app.get('/', { schema }, async (_request, reply) => reply.redirect('/console/'))
  app.get<{ Querystring: { token?: unknown } }>('/sign-in', { schema }, async (request, reply) => {
    const { token } = request.query
    if (typeof token !== 'string') return html(reply, signInPage(null))
    const limited = tooMany(request, reply)
    if (limited) return limited
    const keyId = await sessions.redeem(token)
    const key = keyId ? await keyring.findById(keyId) : undefined
    if (!key) return refuse(request, reply, 'This link was used or is too old. Sign in with the key.')
    return open(request, reply, key.id)
  })
  app.post<{ Body: { key?: unknown } | undefined }>('/sign-in', { schema }, async (request, reply) => {
    const limited = tooMany(request, reply)
    if (limited) return limited
    const given = request.body?.key
    const key = typeof given === 'string' ? await keyring.find(given.trim()) : undefined
    if (!key) return refuse(request, reply, 'This is no usable key.')
    return open(request, reply, key.id)
  })
  app.post('/sign-out', { schema }, async (_request, reply) => sessions.end(reply).redirect('/admin/sign-in', 303))

  const board = new FastifyAdapter()
  board.setBasePath('/admin/queues')
  createBullBoard({
    queues: transport.bullQueues(catalog.queues).map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Assay queues' } },
  })
  await app.register(board.registerPlugin(), { prefix: '/queues' })
}
