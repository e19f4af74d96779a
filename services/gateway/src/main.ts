import { join } from 'node:path'
import { measureQueues, trimDeliveries, trimSpans } from '@assay/db'
import { createJobQueue, openHouse } from '@assay/queue'
import { embedderOfEnv } from '@assay/retrieval'
import { createLogger, readEnv, runService } from '@assay/runtime'
import { loadModels } from '@assay/value'
import packageJson from '../package.json' with { type: 'json' }
import { buildApp } from './app.ts'
import { openLanguageModel } from './ask/language-model.ts'
import { gatewayEnv } from './gateway-env.ts'
import { openSearch } from './search/open-search.ts'

const TRIM_EVERY_MS = 60_000

const env = readEnv(gatewayEnv)
const models = await loadModels()
const { version } = packageJson
const logger = createLogger({ service: 'gateway', version, level: env.LOG_LEVEL })

await runService(logger, async () => {
  const house = await openHouse({ service: 'gateway', version, env, logger })
  const { db, metrics, health } = house
  const trimming = setInterval(() => {
    Promise.all([trimSpans(db, env.ASSAY_KEEP_SPANS), trimDeliveries(db)]).catch((error: unknown) =>
      logger.warn({ err: error }, 'old spans and deliveries were not trimmed'),
    )
  }, TRIM_EVERY_MS)
  metrics.readQueuesWith(async () =>
    (await measureQueues(db)).map(({ queue, oldestWaitSeconds, relayLagSeconds, ...depth }) => ({
      queue,
      depth,
      oldestWaitSeconds,
      relayLagSeconds,
    })),
  )

  const queue = createJobQueue({ ...house, logger })
  const search = openSearch({
    db,
    databaseUrl: env.DATABASE_URL,
    logger,
    largeFrom: env.ASSAY_SEARCH_IN_DATABASE_FROM,
    embedder: embedderOfEnv(env),
  })
  const app = await buildApp({
    ...house,
    queue,
    logger,
    version,
    sessionSecret: env.ASSAY_SESSION_SECRET,
    requestsPerMinute: env.ASSAY_REQUESTS_PER_MINUTE,
    models,
    search,
    languageModel: env.ASSAY_LLM_URL
      ? openLanguageModel({ url: env.ASSAY_LLM_URL, model: env.ASSAY_LLM_MODEL, key: env.ASSAY_LLM_KEY })
      : undefined,
    consoleFolder: join(import.meta.dirname, '../../web/dist'),
    jaegerUrl: env.ASSAY_JAEGER_URL,
    webhookSecret: env.GITHUB_WEBHOOK_SECRET,
  })
  logger.info({ address: await app.listen({ host: env.HOST, port: env.PORT }) }, 'listening')
  search.warmUp().catch((error: unknown) => logger.warn({ err: error }, 'search indexes were not built ahead'))

  return {
    async stop() {
      health.setDraining()
      clearInterval(trimming)
      await app.close()
      await search.close()
      await queue.close()
      await house.close()
    },
  }
})
