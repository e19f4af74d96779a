import { type Catalog, loadCatalog } from '@assay/contracts'
import { type Database, insertSpans, openDatabase } from '@assay/db'
import {
  createHealth,
  createMetrics,
  databaseEnv,
  type Health,
  type Logger,
  logEnv,
  type Metrics,
  queueEnv,
  startTelemetry,
  telemetryEnv,
} from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import type { z } from 'zod'
import { createTransport } from './transport/create-transport.ts'
import type { Transport } from './transport/transport.ts'

/** What every process of the house is told. */
export const houseEnv = databaseEnv.extend(queueEnv.shape).extend(logEnv.shape).extend(telemetryEnv.shape)

export type House = {
  readonly db: Database
  readonly catalog: Catalog
  readonly transport: Transport
  readonly tracer: Tracer
  readonly metrics: Metrics
  readonly health: Health
  /** Closes it all, the last spans sent before. */
  close(): Promise<void>
}

/** Opens what every service stands on: traces, database, job kinds, queue, metrics and health. */
export async function openHouse({
  service,
  version,
  env,
  logger,
}: {
  service: string
  version: string
  env: z.output<typeof houseEnv>
  logger: Logger
}): Promise<House> {
  const telemetry = startTelemetry({
    service,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    tracesPerSecond: env.ASSAY_TRACES_PER_SECOND,
    onError: (error) => logger.debug({ err: error }, 'spans were dropped'),
  })
  const db = openDatabase({
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    applicationName: `assay-${service}`,
    onError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
  })
  telemetry.keepSpans((spans) => insertSpans(db, spans))
  const transport = await createTransport({
    redisUrl: env.REDIS_URL,
    databaseUrl: env.DATABASE_URL,
    prefix: env.QUEUE_PREFIX,
    logger,
  })
  return {
    db,
    catalog: await loadCatalog(),
    transport,
    tracer: telemetry.tracer,
    metrics: createMetrics({ service }),
    health: createHealth({ service, version, checks: { database: db.ping, queue: transport.ping } }),
    async close() {
      await transport.close()
      await telemetry.shutdown()
      await db.close()
    },
  }
}
