import { join } from 'node:path'
import { type Catalog, loadCatalog } from '@assay/contracts'
import { createApiKey, ensureWorkspace, listJobs, openDatabase, type Scope } from '@assay/db'
import { createJobQueue, createTransport, type JobHandler, startWorkerHost, type WorkerHost } from '@assay/queue'
import type { PassageEmbedder } from '@assay/retrieval'
import { createHealth, createLogger, createMetrics } from '@assay/runtime'
import { type TestDatabase, testDatabase, testRedisUrl } from '@assay/testkit'
import { loadModels } from '@assay/value'
import { trace } from '@opentelemetry/api'
import { buildApp } from '../app.ts'
import type { LanguageModel } from '../ask/language-model.ts'
import { openSearch } from '../search/open-search.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const KINDS = join(import.meta.dirname, '../../../../packages/contracts/src/kinds')

/** A gateway over a real database and a real queue, with a key of each scope and a neighbour's workspace. */
export async function openGateway({
  kindsFrom = [],
  requestsPerMinute = 100_000,
  webhookSecret,
  languageModel,
  embedder,
  largeFrom = 50_000,
  database: given,
}: {
  kindsFrom?: string[]
  requestsPerMinute?: number
  webhookSecret?: string
  languageModel?: LanguageModel
  embedder?: PassageEmbedder
  largeFrom?: number
  database?: TestDatabase
} = {}) {
  const database = given ?? (await testDatabase())
  const db = openDatabase({ url: database.url, poolSize: 8 })
  const logger = createLogger({ service: 'gateway-test', level: 'silent' })
  const tracer = trace.getTracer('test')
  const catalog: Catalog = await loadCatalog([KINDS, ...kindsFrom])
  const prefix = `gateway-${crypto.randomUUID().slice(0, 8)}`
  const transport = await createTransport({ redisUrl: testRedisUrl(), databaseUrl: database.url, prefix, logger })
  const queue = createJobQueue({ db, catalog, transport, logger, tracer })
  const search = openSearch({ db, databaseUrl: database.url, logger, largeFrom, embedder })
  const app = await buildApp({
    db,
    search,
    languageModel,
    queue,
    catalog,
    transport,
    logger,
    metrics: createMetrics({ service: 'gateway-test' }),
    health: createHealth({ service: 'gateway-test', version: '0', checks: { database: db.ping } }),
    version: '0',
    sessionSecret: 'a secret of thirty-two characters',
    requestsPerMinute,
    models: await loadModels(),
    webhookSecret,
    consoleFolder: join(import.meta.dirname, '../../../web/dist'),
  })
  await app.ready()

  const keyFor = async (workspace: string, scopes: Scope[]) => {
    await ensureWorkspace(db, { id: workspace, name: workspace })
    return (await createApiKey(db, { workspace, name: scopes.join(), scopes })).key
  }
  const keys = {
    read: await keyFor('acme', ['read']),
    submit: await keyFor('acme', ['submit']),
    admin: await keyFor('acme', ['admin']),
    neighbour: await keyFor('neighbour', ['admin']),
  }
  const hosts: WorkerHost[] = []

  const call = async (
    method: Method,
    path: string,
    {
      body,
      key = keys.admin,
      headers = {},
    }: { body?: object; key?: string | null; headers?: Record<string, string> } = {},
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v2${path}`,
      headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
      ...(body ? { payload: body } : {}),
    })
    const isJson = response.headers['content-type']?.includes('json')
    return { status: response.statusCode, headers: response.headers, body: isJson ? response.json() : response.body }
  }

  return {
    app,
    search,
    db,
    databaseUrl: database.url,
    keys,
    keyFor,
    call,
    submit: async (source = '/somewhere', key?: string) =>
      (await call('POST', '/jobs', { body: { kind: 'collect', payload: { source } }, ...(key ? { key } : {}) })).body,
    storedJobs: async () => (await listJobs(db, 'acme', {}, { before: null, limit: 10_000 })).length,
    /** Lets these handlers work; other kinds of their queues are taken by handlers that no test should need. */
    async work(given: JobHandler[]) {
      const kinds = new Set(given.map(({ contract }) => contract.kind))
      const queues = new Set(given.map(({ contract }) => contract.queue))
      const others = catalog.contracts.filter(({ kind, queue: name }) => queues.has(name) && !kinds.has(kind))
      const refuse = async (): Promise<never> => {
        throw new Error('This test has no handler for that')
      }
      const handlers = [...given, ...others.map((contract) => ({ contract, handle: refuse }))]
      hosts.push(
        await startWorkerHost({ db, catalog, transport, handlers, concurrency: 4, workerName: 'test', logger, tracer }),
      )
    },
    async close() {
      await Promise.all(hosts.map((host) => host.stop({ graceMs: 1_000 })))
      await app.close()
      await search.close()
      await queue.close()
      await transport.close()
      await db.close()
      await database.drop()
    },
  }
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>
