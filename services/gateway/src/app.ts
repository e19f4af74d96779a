import type { Catalog } from '@assay/contracts'
import { InvalidRequest, TooManyRequests } from '@assay/contracts'
import type { Database } from '@assay/db'
import type { JobQueue, Transport } from '@assay/queue'
import type { Health, Logger, Metrics } from '@assay/runtime'
import { methodOf, type ValueModels } from '@assay/value'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { FastifyOtelInstrumentation } from '@fastify/otel'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { callerOf, createKeyring } from './access/authenticate.ts'
import { createSessions } from './access/sessions.ts'
import { adminRoutes } from './admin/admin-routes.ts'
import type { LanguageModel } from './ask/language-model.ts'
import { consoleRoutes } from './console/console-routes.ts'
import { createPublishedSites } from './portfolio/published-sites.ts'
import { answerWithProblems, sendProblem } from './problem.ts'
import { achievementRoutes } from './routes/achievements.ts'
import { askRoutes } from './routes/ask.ts'
import { authorAliasRoutes } from './routes/author-aliases.ts'
import { authorRoutes } from './routes/authors.ts'
import { bulkJobRoutes } from './routes/bulk-jobs.ts'
import { completenessRoutes } from './routes/completeness.ts'
import { deadLetterRoutes } from './routes/dead-letters.ts'
import { documentChunkRoutes } from './routes/document-chunks.ts'
import { documentGateRoutes } from './routes/document-gate.ts'
import { documentUploadRoutes } from './routes/document-upload.ts'
import { documentRoutes } from './routes/documents.ts'
import { healthRoutes } from './routes/health.ts'
import { jobChildrenRoutes } from './routes/job-children.ts'
import { jobEventRoutes } from './routes/job-events.ts'
import { jobLogRoutes } from './routes/job-logs.ts'
import { jobRoutes } from './routes/jobs.ts'
import { keyRoutes } from './routes/keys.ts'
import { modelRoutes } from './routes/models.ts'
import { observationRoutes } from './routes/observations.ts'
import { operationRoutes } from './routes/operations.ts'
import { overviewRoutes } from './routes/overview.ts'
import { portfolioRoutes } from './routes/portfolio.ts'
import { publicPortfolioRoutes } from './routes/public-portfolio.ts'
import { reportRoutes } from './routes/reports.ts'
import { repositoryRemovalRoutes } from './routes/repository-removal.ts'
import { rollUpRoutes } from './routes/roll-ups.ts'
import { scheduleRoutes } from './routes/schedules.ts'
import { searchRoutes } from './routes/search.ts'
import { sessionRoutes } from './routes/session.ts'
import { similarWorkRoutes } from './routes/similar-work.ts'
import { traceRoutes } from './routes/traces.ts'
import { valueRoutes } from './routes/value.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { workRoutes } from './routes/work.ts'
import { workerRoutes } from './routes/workers.ts'
import type { WorkspaceSearch } from './search/open-search.ts'
import { createTreeWatch } from './tree-watch.ts'

export type AppDeps = {
  db: Database
  queue: JobQueue
  catalog: Catalog
  transport: Transport
  metrics: Metrics
  health: Health
  logger: Logger
  version: string
  /** Signs sessions: the same in all gateways that serve one console. */
  sessionSecret: string
  requestsPerMinute: number
  models: ValueModels
  search: WorkspaceSearch
  languageModel?: LanguageModel | undefined
  /** Without it no webhook is taken. */
  webhookSecret?: string | undefined
  /** The folder that the console was built into. */
  consoleFolder: string
  jaegerUrl?: string | undefined
}

const BODY_LIMIT_BYTES = 1024 * 1024
/** When closing, requests under way have this long to be answered. */
const ANSWER_WITHIN_MS = 3_000

/** Puts the HTTP face together; listening is the caller's. */
export async function buildApp(deps: AppDeps) {
  const { db, queue, catalog, transport, metrics, health, logger } = deps
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
    // HEAD would redeem sign-in links and follow jobs.
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, reply) => {
      sendProblem(
        InvalidRequest([{ field: 'url', message: 'cannot be read; escape it by percent-encoding' }]),
        request,
        reply,
      )
    },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerWithProblems(app)

  await app.register(new FastifyOtelInstrumentation({ ignorePaths: ({ url }) => !url.startsWith('/api/v2') }).plugin())
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY } })
  app.addHook('onRequest', async ({ url }, reply) => {
    if (!STYLED_INLINE.some((path) => url.startsWith(path))) return
    await reply.helmet({
      contentSecurityPolicy: { directives: { ...CONTENT_SECURITY_POLICY, styleSrc: ["'self'", "'unsafe-inline'"] } },
    })
  })
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Assay', version: deps.version, description: 'Evidence of work: collected, indexed, valued.' },
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
      security: [{ apiKey: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/api/swagger', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/docs'))
  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/console/assay.svg'))
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/console/'))

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { method } = request
    metrics.requestServed({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 })
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request served')
  })

  const sessions = createSessions(db, deps.sessionSecret)
  const keyring = createKeyring(db, sessions)
  const watch = createTreeWatch(db, logger)
  app.addHook('preClose', async () => {
    // Browsers open connections ahead of need; such a one counts as busy and would hold up the end.
    setTimeout(() => app.server.closeAllConnections(), ANSWER_WITHIN_MS).unref()
    await watch.close()
  })

  await app.register(healthRoutes, { health, metrics })
  await app.register(webhookRoutes, { db, queue, secret: deps.webhookSecret })
  const sites = createPublishedSites({ db, method: methodOf(deps.models) })
  await app.register(publicPortfolioRoutes, { db, sites, requestsPerMinute: deps.requestsPerMinute })
  await app.register(adminRoutes, { prefix: '/admin', catalog, transport, keyring, sessions })
  await app.register(consoleRoutes, { prefix: '/console', built: deps.consoleFolder })
  await app.register(
    async (api) => {
      api.addHook('onRequest', keyring.authenticate)
      await api.register(rateLimit, {
        max: deps.requestsPerMinute,
        timeWindow: '1 minute',
        // Authenticated before: neither another spelling of the header nor of the URL gets a budget of its own.
        keyGenerator: (request) => callerOf(request).keyId,
        errorResponseBuilder: (_request, { ttl }) => TooManyRequests(Math.ceil(ttl / 1_000)),
      })
      await api.register(jobRoutes, { db, queue, catalog })
      await api.register(bulkJobRoutes, { db, queue })
      await api.register(jobEventRoutes, { db, watch })
      await api.register(jobChildrenRoutes, { db })
      await api.register(jobLogRoutes, { db })
      await api.register(operationRoutes, { db, queue, catalog })
      await api.register(overviewRoutes, { db, catalog })
      await api.register(workerRoutes, { db })
      await api.register(deadLetterRoutes, { db, queue })
      await api.register(scheduleRoutes, { db, queue, catalog })
      await api.register(workRoutes, { db })
      await api.register(similarWorkRoutes, { db, search: deps.search })
      await api.register(observationRoutes, { db })
      await api.register(askRoutes, { db, search: deps.search, logger: deps.logger, languageModel: deps.languageModel })
      await api.register(searchRoutes, { db, search: deps.search })
      await api.register(modelRoutes, { db })
      await api.register(reportRoutes, { db, queue: deps.queue })
      await api.register(achievementRoutes, { db })
      await api.register(portfolioRoutes, { db, sites })
      await api.register(rollUpRoutes, { db })
      await api.register(valueRoutes, { db, models: deps.models })
      await api.register(completenessRoutes, { db })
      await api.register(repositoryRemovalRoutes, { db, queue })
      await api.register(authorRoutes, { db, queue })
      await api.register(authorAliasRoutes, { db })
      await api.register(documentRoutes, { db, queue })
      await api.register(documentUploadRoutes, { db, queue })
      await api.register(documentChunkRoutes, { db })
      await api.register(documentGateRoutes, { db })
      await api.register(traceRoutes, { db })
      await api.register(keyRoutes, { db, sessions })
      await api.register(sessionRoutes, { sessions, version: deps.version, jaegerUrl: deps.jaegerUrl })
    },
    { prefix: '/api/v2' },
  )
  return app
}

/** Pages of others, which set styles in their elements. */
const STYLED_INLINE = ['/api/docs', '/admin/queues']

/** Everything comes from here, and nothing stands inline. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'"],
  baseUri: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  frameAncestors: ["'none'"],
  // The embedded gateway speaks plain HTTP on this machine only.
  upgradeInsecureRequests: null,
}
