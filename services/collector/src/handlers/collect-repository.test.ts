import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalog } from '@assay/contracts'
import { findJob, listAttempts, listJobs, listPullRequests, listRepositories, openDatabase } from '@assay/db'
import { createJobQueue, createTransport, startWorkerHost, type WorkerHost } from '@assay/queue'
import { createLogger } from '@assay/runtime'
import { testDatabase, testRedisUrl, waitFor } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { trace } from '@opentelemetry/api'
import { createHandler } from './collect-repository.ts'

let folder: string
let house: Awaited<ReturnType<typeof openHouse>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-collect-'))
  house = await openHouse()
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A repository whose history has one squashed pull request per number. */
function repositoryWith(name: string, numbers: number[]): { path: string; merge(number: number): void } {
  const path = join(folder, name)
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', path])
  const merge = (number: number) =>
    execFileSync('git', ['commit', '--quiet', '--allow-empty', '--message', `Change ${number} (#${number})`], {
      cwd: path,
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'a@b.c',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'a@b.c',
      },
    })
  numbers.forEach(merge)
  return { path, merge }
}

async function openHouse() {
  const database = await testDatabase()
  const db = openDatabase({ url: database.url, poolSize: 6 })
  const logger = createLogger({ service: 'collector-test', level: 'silent' })
  const tracer = trace.getTracer('test')
  const full = await loadCatalog()
  const prefix = `collect-${crypto.randomUUID().slice(0, 8)}`
  const transport = await createTransport({ redisUrl: testRedisUrl(), databaseUrl: database.url, prefix, logger })
  const queue = createJobQueue({ db, catalog: full, transport, logger, tracer })
  let host: WorkerHost | null = null
  return {
    db,
    start: async (allowLocal = true) => {
      const handlers = [
        createHandler({ db, cacheDirectory: join(folder, 'clones'), allowLocal, environment: process.env }),
      ]
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
    async collect(source: string) {
      const { id } = await queue.submit({ workspace: 'acme', kind: 'collect', payload: { source } })
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
        .map(({ number }) => number)
        .toSorted((a, b) => a - b),
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

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)

test('every merged pull request is stored, and each page has a job to index it and one to score it', async () => {
  const { path } = repositoryWith('demo', upTo(230))
  await house.start()
  const job = await house.collect(path)
  expect(job).toMatchObject({
    state: 'succeeded',
    result: { repository: 'demo', pullRequests: 230, changed: 230, completeness: 'complete' },
  })
  expect(await house.numbers()).toEqual(upTo(230))
  const children = await house.children(job.id)
  expect(children.map(({ kind }) => kind).toSorted()).toEqual(['index', 'index', 'index', 'score', 'score', 'score'])
  const ids = children.filter(({ kind }) => kind === 'score').flatMap(({ payload }) => payload.pullRequestIds)
  expect(new Set(ids).size).toBe(230)
  const [repository] = await listRepositories(house.db, 'acme', { before: null, limit: 1 })
  expect(repository).toMatchObject({ pullRequestCount: 230, completeness: 'complete' })
})

test('collecting again reads only what is new', async () => {
  const { path, merge } = repositoryWith('demo', upTo(3))
  await house.start()
  await house.collect(path)
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 3, changed: 0 })
  merge(4)
  const third = await house.collect(path)
  expect(third.result).toMatchObject({ pullRequests: 4, changed: 1 })
  expect(await house.children(third.id)).toHaveLength(2)
})

test('a history that was rewritten is read again from its beginning', async () => {
  const { path, merge } = repositoryWith('demo', upTo(3))
  await house.start()
  await house.collect(path)
  execFileSync('git', ['reset', '--quiet', '--hard', 'HEAD~1'], { cwd: path })
  merge(5)
  expect((await house.collect(path)).result).toMatchObject({ pullRequests: 4, changed: 1 })
  expect(await house.numbers()).toEqual([1, 2, 3, 5])
})

test.each([
  ['a path that is not there', () => join(folder, 'nowhere')],
  ['a folder that is no repository', () => folder],
])('%s fails once, with the reason', async (_what, source) => {
  await house.start()
  const job = await house.collect(source())
  expect(job.state).toBe('failed')
  expect(job.error).toMatchObject({ code: expect.stringMatching(/^SOURCE_/), retryable: false })
  expect(await listAttempts(house.db, job)).toHaveLength(1)
  expect(await house.numbers()).toEqual([])
})

test('a path of this machine is refused where others may submit', async () => {
  const { path } = repositoryWith('secret', [1])
  await house.start(false)
  const job = await house.collect(path)
  expect(job).toMatchObject({ state: 'failed', error: { code: 'SOURCE_LOCAL_PATH_REFUSED' } })
})
