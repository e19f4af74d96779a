import { join } from 'node:path'
import { loadCatalog } from '@assay/contracts'
import {
  findJob,
  listJobs,
  listPullRequests,
  listRepositories,
  openDatabase,
  readCollectionRuns,
  readGaps,
} from '@assay/db'
import { createJobQueue, createTransport, startWorkerHost, type WorkerHost } from '@assay/queue'
import { createLogger } from '@assay/runtime'
import { createMemoryRateBudget } from '@assay/sources'
import { testDatabase, testRedisUrl, waitFor } from '@assay/testkit'
import { trace } from '@opentelemetry/api'
import { createHandler } from '../handlers/collect-repository.ts'
import { createHandler as createRemoveClone } from '../handlers/remove-clone.ts'
import type { SourceOptions } from '../open-source.ts'
import { createSourceLocations } from '../source-location.ts'

export type Collector = Awaited<ReturnType<typeof openCollector>>

/** A collector over a real database and a real queue; clones go into `folder`. */
export async function openCollector(folder: string) {
  const database = await testDatabase()
  const db = openDatabase({ url: database.url, poolSize: 6 })
  const logger = createLogger({ service: 'collector-test', level: 'silent' })
  const tracer = trace.getTracer('test')
  const full = await loadCatalog()
  const prefix = `collect-${crypto.randomUUID().slice(0, 8)}`
  const transport = await createTransport({ redisUrl: testRedisUrl(), databaseUrl: database.url, prefix, logger })
  const queue = createJobQueue({ db, catalog: full, transport, logger, tracer })
  let host: WorkerHost | null = null
  const onlyRepository = async () => {
    const [repository] = await listRepositories(db, 'acme', { before: null, limit: 1 })
    if (!repository) throw new Error('nothing was collected')
    return repository
  }
  return {
    db,
    start: async (options: Partial<SourceOptions> = {}) => {
      const deps = { db, ...sourceOptions(folder), ...options }
      const handlers = [createHandler(deps), createRemoveClone(deps)]
      host = await startWorkerHost({
        db,
        catalog: full,
        transport,
        handlers,
        concurrency: 2,
        workerName: 'collector',
        logger,
        tracer,
      })
    },
    async collect(source: string, more: { whole?: boolean; number?: number } = {}) {
      const { id } = await queue.submit({ workspace: 'acme', kind: 'collect', payload: { source, ...more } })
      const job = async () => {
        const row = await findJob(db, 'acme', id)
        if (!row) throw new Error('the job is gone')
        return row
      }
      await waitFor(async () => ['succeeded', 'failed'].includes((await job()).state), { describe: 'the collection' })
      return job()
    },
    numbers: async () =>
      (await listPullRequests(db, 'acme', {}, { sort: 'merged_at', after: null, limit: 1_000 }))
        .map(({ number }) => Number(number))
        .toSorted((a, b) => a - b),
    repositories: () => listRepositories(db, 'acme', { before: null, limit: 10 }),
    runs: async () => readCollectionRuns(db, (await onlyRepository()).id, 10),
    gaps: async () => (await readGaps(db, (await onlyRepository()).id, 10)).first,
    children: async (rootId: string) =>
      (await listJobs(db, 'acme', { rootId }, { before: null, limit: 100 })).filter(({ parentId }) => parentId),
    async close() {
      await host?.stop({ graceMs: 1_000 })
      await queue.close()
      await transport.close()
      await db.close()
      await database.drop()
    },
  }
}

const sourceOptions = (folder: string): SourceOptions => ({
  locations: createSourceLocations('https://github.com'),
  cacheDirectory: join(folder, 'clones'),
  allowLocal: true,
  allowPrivate: false,
  environment: process.env,
  gitHub: {
    auth: { kind: 'anonymous' },
    apiUrl: 'https://api.github.com',
    gitUrl: 'https://github.com',
    transport: 'git',
    budget: createMemoryRateBudget(),
  },
})
