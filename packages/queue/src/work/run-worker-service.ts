import { hostname } from 'node:os'
import type { Catalog } from '@assay/contracts'
import type { Database } from '@assay/db'
import { createLogger, healthEnv, type Logger, readEnv, runService, startHealthServer } from '@assay/runtime'
import { loadHandlers } from '../load-handlers.ts'
import { houseEnv, openHouse } from '../open-house.ts'
import { startWorkerHost } from './worker-host.ts'

const workerEnv = houseEnv.extend(healthEnv.shape)

const DRAIN_MS = 25_000

/**
 * The whole life of a worker process: settings from the environment, handlers, health, and a stop in good order. What
 * differs between the services is the folder of their handlers and what these need.
 */
export function runWorkerService<Deps>({
  name,
  version,
  handlersDirectory,
  createDeps,
  closeDeps = async () => {},
}: {
  name: string
  version: string
  handlersDirectory: string
  /** `databaseUrl` is for threads, which need connections of their own. */
  createDeps: (house: { db: Database; databaseUrl: string; catalog: Catalog; logger: Logger }) => Deps
  closeDeps?: (deps: Deps) => Promise<void>
}): Promise<void> {
  const env = readEnv(workerEnv)
  const logger = createLogger({ service: name, version, level: env.LOG_LEVEL })
  return runService(logger, async () => {
    const house = await openHouse({ service: name, version, env, logger })
    const deps = createDeps({ ...house, databaseUrl: env.DATABASE_URL, logger })
    const host = await startWorkerHost({
      ...house,
      handlers: await loadHandlers(handlersDirectory, deps),
      concurrency: env.WORKER_CONCURRENCY,
      workerName: `${name}@${hostname()}:${process.pid}`,
      service: { name, version },
      logger,
      observer: { onAttempt: house.metrics.attemptEnded, onCrash: house.metrics.jobCrashed },
    })
    const healthServer = await startHealthServer({ host: env.HEALTH_HOST, port: env.HEALTH_PORT, ...house })
    logger.info({ queues: host.queues, healthPort: healthServer.port, backend: house.transport.kind }, 'working')

    return {
      async stop() {
        house.health.setDraining()
        await host.stop({ graceMs: DRAIN_MS })
        await healthServer.close()
        await closeDeps(deps)
        await house.close()
      },
    }
  })
}
