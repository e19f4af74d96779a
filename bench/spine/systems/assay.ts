import { createCatalog, defineJob } from '@assay/contracts'
import { migrate, openDatabase } from '@assay/db'
import { createJobQueue, createTransport, defineHandler, startWorkerHost } from '@assay/queue'
import { createLogger, startTelemetry } from '@assay/runtime'
import { z } from 'zod'
import type { Urls } from '../../backends.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { CONCURRENCY, type System } from '../system.ts'

const noop = defineJob({
  kind: 'noop',
  title: 'Nothing',
  description: 'Does nothing, so that only the way is measured.',
  queue: 'bench',
  priority: 'normal',
  payload: z.strictObject({ id: z.string() }),
  result: z.object({}),
  retry: { attempts: 3, baseMs: 1_000, capMs: 10_000 },
  timeoutMs: 60_000,
})

/** As the services run it: traces recorded at their ordinary rate. */
async function open({ database, redis }: Urls) {
  const logger = createLogger({ service: 'bench', level: 'warn' })
  const { tracer } = startTelemetry({ service: 'bench', tracesPerSecond: 50 })
  const db = openDatabase({ url: database, poolSize: 10 })
  const transport = await createTransport({ redisUrl: redis, databaseUrl: database, prefix: 'bench', logger })
  const catalog = createCatalog([noop])
  return { db, transport, parts: { db, transport, catalog, logger, tracer } }
}

export const system: System = {
  label: `Assay ${packageJson.version}`,
  prepare: ({ database }) => migrate(database),
  async openSubmitter(urls) {
    const { db, transport, parts } = await open(urls)
    const queue = createJobQueue(parts)
    return {
      submit: async (id) => {
        await queue.submit({ workspace: 'bench', kind: 'noop', payload: { id } })
      },
      async close() {
        await queue.close()
        await transport.close()
        await db.close()
      },
    }
  },
  async openWorker(urls, onDone) {
    const { db, transport, parts } = await open(urls)
    const host = await startWorkerHost({
      ...parts,
      handlers: [defineHandler(noop, async () => ({ result: {} }))],
      concurrency: CONCURRENCY,
      workerName: 'bench',
      observer: { onAttempt: ({ payload }) => onDone(String(payload.id)) },
    })
    return {
      async close() {
        await host.stop({ graceMs: 1_000 })
        await transport.close()
        await db.close()
      },
    }
  },
}
