import { loadCatalog } from '@assay/contracts'
import { insertSpans, measureQueues, openDatabase, trimSpans } from '@assay/db'
import { createJobQueue, createTransport } from '@assay/queue'
import { createHealth, createLogger, createMetrics, readEnv, runService, startTelemetry } from '@assay/runtime'
import packageJson from '../package.json' with { type: 'json' }
import { buildApp } from './app.ts'
import { gatewayEnv } from './gateway-env.ts'

const TRIM_SPANS_EVERY_MS = 60_000

const env = readEnv(gatewayEnv)
const { version } = packageJson
const logger = createLogger({ service: 'gateway', version, level: env.LOG_LEVEL })

await runService(logger, async () => {
  const telemetry = startTelemetry({
    service: 'gateway',
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    tracesPerSecond: env.ASSAY_TRACES_PER_SECOND,
    onError: (error) => logger.debug({ err: error }, 'spans were dropped'),
  })
  const db = openDatabase({
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    applicationName: 'assay-gateway',
    onError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
  })
  telemetry.keepSpans((spans) => insertSpans(db, spans))
  const trimming = setInterval(() => {
    trimSpans(db, env.ASSAY_KEEP_SPANS).catch((error: unknown) => logger.warn({ err: error }, 'spans were not trimmed'))
  }, TRIM_SPANS_EVERY_MS)

  const catalog = await loadCatalog()
  const transport = await createTransport({
    redisUrl: env.REDIS_URL,
    databaseUrl: env.DATABASE_URL,
    prefix: env.QUEUE_PREFIX,
    logger,
  })
  const queue = createJobQueue({ db, catalog, transport, logger, tracer: telemetry.tracer })
  const metrics = createMetrics({ service: 'gateway' })
  metrics.readQueuesWith(async () =>
    (await measureQueues(db)).map(({ queue: name, oldestWaitSeconds, relayLagSeconds, ...depth }) => ({
      queue: name,
      depth,
      oldestWaitSeconds,
      relayLagSeconds,
    })),
  )
  const health = createHealth({ service: 'gateway', version, checks: { database: db.ping, queue: transport.ping } })
  const app = await buildApp({
    db,
    queue,
    catalog,
    transport,
    metrics,
    health,
    logger,
    version,
    sessionSecret: env.ASSAY_SESSION_SECRET,
    requestsPerMinute: env.ASSAY_REQUESTS_PER_MINUTE,
  })
  await app.listen({ host: env.HOST, port: env.PORT })

  return {
    async stop() {
      health.setDraining()
      clearInterval(trimming)
      await app.close()
      await queue.close()
      await transport.close()
      await telemetry.shutdown()
      await db.close()
    },
  }
})
