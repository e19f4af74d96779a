import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { loadCatalog } from '@assay/contracts'
import { ensureWorkspace, findDocument, findJob, openDatabase, receiveDocument } from '@assay/db'
import { type LimitOptions, openExtractor } from '@assay/documents'
import { createJobQueue, createTransport, loadHandlers, startWorkerHost } from '@assay/queue'
import { createLogger } from '@assay/runtime'
import { testDatabase, testRedisUrl, waitFor } from '@assay/testkit'
import { trace } from '@opentelemetry/api'

const WORKSPACE = 'acme'

/** Converts documents of one workspace with a real database, queue and reading process. */
export async function openConverter(limits: LimitOptions = {}) {
  const database = await testDatabase()
  const db = openDatabase({ url: database.url, poolSize: 6 })
  await ensureWorkspace(db, { id: WORKSPACE, name: WORKSPACE })
  const logger = createLogger({ service: 'indexer-test', level: 'silent' })
  const tracer = trace.getTracer('test')
  const catalog = await loadCatalog()
  const prefix = `convert-${crypto.randomUUID().slice(0, 8)}`
  const transport = await createTransport({ redisUrl: testRedisUrl(), databaseUrl: database.url, prefix, logger })
  const queue = createJobQueue({ db, catalog, transport, logger, tracer })
  const extractor = openExtractor(limits)
  const handlers = await loadHandlers(join(import.meta.dirname, '../handlers'), {
    db,
    databaseUrl: database.url,
    largeFrom: 50_000,
    extractor,
  })
  const host = await startWorkerHost({
    db,
    catalog,
    transport,
    handlers,
    concurrency: 4,
    workerName: 'indexer',
    logger,
    tracer,
  })

  const receive = async (name: string, bytes: Buffer, workspace = WORKSPACE) => {
    async function* parts() {
      yield bytes
    }
    const contentHash = createHash('sha256').update(bytes).digest('hex')
    const given = { workspace, name, contentHash, mediaType: 'text/plain', sizeBytes: bytes.length, parts: parts() }
    return (await db.transaction((tx) => receiveDocument(tx, given))).id
  }
  const convert = async (documentId: string) => {
    const { id } = await queue.submit({ workspace: WORKSPACE, kind: 'convert', payload: { documentId } })
    const job = async () => findJob(db, WORKSPACE, id)
    await waitFor(async () => ['succeeded', 'failed'].includes((await job())?.state ?? ''), {
      describe: 'the conversion',
    })
    return job()
  }
  return {
    db,
    receive,
    convert,
    find: (id: string) => findDocument(db, WORKSPACE, id),
    /** Stores and converts, all at once. */
    add: async (files: readonly (readonly [name: string, bytes: Buffer])[]) => {
      const ids = await Promise.all(files.map(([name, bytes]) => receive(name, bytes)))
      const jobs = await Promise.all(ids.map(convert))
      return Promise.all(
        ids.map(async (id, at) => ({ job: jobs[at], document: await findDocument(db, WORKSPACE, id) })),
      )
    },
    async close() {
      await host.stop({ graceMs: 1_000 })
      await extractor.close()
      await queue.close()
      await transport.close()
      await db.close()
      await database.drop()
    },
  }
}

export type Converter = Awaited<ReturnType<typeof openConverter>>
