import { hostname } from 'node:os'
import { type Catalog, loadCatalog } from '@assay/contracts'
import { type Database, insertSpans, openDatabase } from '@assay/db'
import {
  createHealth,
  createLogger,
  createMetrics,
  databaseEnv,
  healthEnv,
  type Logger,
  logEnv,
  queueEnv,
  readEnv,
  runService,
  startHealthServer,
  startTelemetry,
  telemetryEnv,
} from '@assay/runtime'
import { loadHandlers } from '../load-handlers.ts'
import { createTransport } from '../transport/create-transport.ts'
import { startWorkerHost } from './worker-host.ts'

const workerEnv = databaseEnv
  .extend(queueEnv.shape)
  .extend(healthEnv.shape)
  .extend(logEnv.shape)
  .extend(telemetryEnv.shape)

const DRAIN_MS = 25_000

/**
 * The whole life of a worker process: settings from the environment, database, queue, handlers, health, and a stop in
 * good order. What differs between the services is the folder of their handlers and what these need.
 */
export function runWorkerService<Deps>({
  name,
  version,
  handlersDirectory,
  createDeps,
}: {
  name: string
  version: string
  handlersDirectory: string
  createDeps: (house: { db: Database; catalog: Catalog; logger: Logger }) => Deps
}): Promise<void> {
  const env = readEnv(workerEnv)
  const logger = createLogger({ service: name, version, level: env.LOG_LEVEL })
  return runService(logger, async () => {
    const telemetry = startTelemetry({
      service: name,
      otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
      tracesPerSecond: env.ASSAY_TRACES_PER_SECOND,
      onError: (error) => logger.debug({ err: error }, 'spans were dropped'),
    })
    const db = openDatabase({
      url: env.DATABASE_URL,
      poolSize: env.DATABASE_POOL_SIZE,
      applicationName: `assay-${name}`,
      onError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    })
    telemetry.keepSpans((spans) => insertSpans(db, spans))
    const catalog = await loadCatalog()
    const transport = await createTransport({
      redisUrl: env.REDIS_URL,
      databaseUrl: env.DATABASE_URL,
      prefix: env.QUEUE_PREFIX,
      logger,
    })
    const metrics = createMetrics({ service: name })
    const host = await startWorkerHost({
      db,
      catalog,
      transport,
      handlers: await loadHandlers(handlersDirectory, createDeps({ db, catalog, logger })),
      concurrency: env.WORKER_CONCURRENCY,
      workerName: `${name}@${hostname()}:${process.pid}`,
      logger,
      tracer: telemetry.tracer,
      observer: { onAttempt: metrics.attemptEnded, onCrash: metrics.jobCrashed },
    })
    const health = createHealth({
      service: name,
      version,
      checks: { database: db.ping, queue: transport.ping },
    })
    const healthServer = await startHealthServer({
      host: env.HEALTH_HOST,
      port: env.HEALTH_PORT,
      health,
      metrics,
    })
    logger.info({ queues: host.queues, healthPort: healthServer.port, backend: transport.kind }, 'working')

    return {
      async stop() {
        health.setDraining()
        await host.stop({ graceMs: DRAIN_MS })
        await healthServer.close()
        await transport.close()
        await telemetry.shutdown()
        await db.close()
      },
    }
  })
}
