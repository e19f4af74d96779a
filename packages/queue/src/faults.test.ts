import { join } from 'node:path'
import { claimJobs, insertJobs, takeBackExpired, treeTotals } from '@assay/db'
import { type OwnRedis, ownRedis, spawnProcess, type TestProcess, waitFor } from '@assay/testkit'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { defineHandler } from './handler.ts'
import { newJob } from './submit/new-job.ts'
import { type Backend, backends, openQueueFixture, type QueueFixture } from './testing/queue-fixture.ts'
import { work } from './testing/toy-jobs.ts'

const TOY_WORKER = join(import.meta.dirname, 'testing/toy-worker.ts')
const done = { result: { by: 'test' } }

let fixture: QueueFixture
let redis: OwnRedis | undefined
let processes: TestProcess[] = []
afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL')
  await Promise.all(processes.map(({ ended }) => ended))
  processes = []
  await fixture.close()
  await redis?.stop()
  redis = undefined
})

const open = async (backend: Backend, redisUrl?: string) => {
  fixture = await openQueueFixture({ backend, contracts: [work], ...(redisUrl ? { redisUrl } : {}) })
  return fixture
}
const unfinished = async (workspace = 'acme') => {
  const [row] = await fixture.db.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM jobs WHERE workspace = $1 AND state <> 'succeeded'`,
    [workspace],
  )
  return row?.open ?? Number.NaN
}

describe.each(backends)('on the %s backend', (backend) => {
  test('a job whose worker is killed runs again elsewhere within 20 seconds, and takes effect once', async () => {
    const { db, submit, reaches, job, attempts, env } = await open(backend)
    await db.query('CREATE TABLE effects (job_id uuid)')
    const doomed = spawnProcess(TOY_WORKER, { ...env, HANG: '1' })
    processes.push(doomed)
    await doomed.waitForLine(/ready/)
    const id = await submit('work', { name: 'a' })
    await doomed.waitForLine(/started a/)
    const other = spawnProcess(TOY_WORKER, env)
    processes.push(other)
    await other.waitForLine(/ready/)

    const killedAt = performance.now()
    doomed.kill('SIGKILL')
    await waitFor(async () => (await job(id)).state === 'succeeded', {
      timeoutMs: 20_000,
      describe: 'the other worker',
    })
    expect(performance.now() - killedAt).toBeLessThan(20_000)
    await reaches(id, 'succeeded')
    expect(await db.query('SELECT job_id FROM effects')).toEqual([{ job_id: id }])
    expect(await job(id)).toMatchObject({ crashes: 1, attempt: 1 })
    expect((await attempts(id)).map(({ outcome }) => outcome)).toEqual(['crashed', 'succeeded'])
  }, 40_000)

  test('a job that was committed but never reached the queue still runs', async () => {
    const { db, catalog, work: start, reaches } = await open(backend)
    const job = newJob({ workspace: 'acme', kind: 'work', payload: {} }, catalog, null)
    // What a process leaves behind that dies between its commit and its hand-over.
    await insertJobs(db, [{ ...job, enqueue: true }])
    await start([defineHandler(work, async () => done)])
    await reaches(job.id, 'succeeded')
  })

  test('a job that kills every worker ends as poison after three, and others are not held up', async () => {
    const { db, submit, work: start, job, reaches, attempts } = await open(backend)
    const id = await submit('work', { name: 'poison' })
    for (let crash = 1; crash <= 3; crash += 1) {
      const { epoch } = await job(id)
      // A worker that claims and is never heard of again.
      expect(await claimJobs(db, { deliveries: [{ id, epoch }], worker: 'dead', leaseMs: 0 })).toHaveLength(1)
      await takeBackExpired(db, { maxCrashes: 3, limit: 10 })
      expect((await job(id)).crashes).toBe(crash)
    }
    await start([defineHandler(work, async () => done)])
    const healthy = await submit('work', { name: 'healthy' })
    await reaches(healthy, 'succeeded')
    expect(await job(id)).toMatchObject({ state: 'failed', error: { code: 'POISON_JOB' } })
    expect((await attempts(id)).map(({ outcome }) => outcome)).toEqual(['crashed', 'crashed', 'crashed'])
  })

  test('a worker that comes back from the dead writes nothing', async () => {
    const { db, submit, work: start, reaches } = await open(backend)
    await db.query('CREATE TABLE effects (job_id uuid)')
    let runs = 0
    await start([
      defineHandler(work, async (_payload, { jobId }) => {
        runs += 1
        // Somebody else is given the job while this attempt sleeps.
        if (runs === 1)
          await db.query('UPDATE jobs SET lease = lease + 1, lease_expires_at = now() WHERE id = $1', [jobId])
        return {
          ...done,
          effects: async (tx) => {
            await tx.query('INSERT INTO effects (job_id) VALUES ($1)', [jobId])
          },
        }
      }),
    ])
    const id = await submit('work')
    await reaches(id, 'succeeded')
    expect(runs).toBe(2)
    expect(await db.query('SELECT job_id FROM effects')).toEqual([{ job_id: id }])
  })
})

async function empty({ url }: OwnRedis) {
  const client = new Redis(url)
  await client.flushall()
  client.disconnect()
}

const withRedis = backends.includes('redis') ? describe : describe.skip
withRedis('when Redis fails', () => {
  const openWithOwnRedis = async () => {
    redis = await ownRedis()
    if (!redis) throw new Error('there is no Redis to break')
    return { ...(await open('redis', redis.url)), redis }
  }

  test('10,000 queued jobs all finish once although Redis is emptied in between', async () => {
    const { queue, work: start, redis, db } = await openWithOwnRedis()
    const submissions = Array.from({ length: 10_000 }, (_, n) => ({
      workspace: 'acme',
      kind: 'work',
      payload: { name: String(n) },
    }))
    await Promise.all(submissions.map((submission) => queue.submit(submission)))
    await start([defineHandler(work, async () => done)], { concurrency: 50 })
    await waitFor(async () => (await unfinished()) < 8_000, { timeoutMs: 30_000, describe: 'some jobs to run' })
    await empty(redis)
    await waitFor(async () => (await unfinished()) === 0, { timeoutMs: 60_000, describe: 'all jobs to finish' })
    // On a machine that is too busy to keep its leases some are begun again, and still end once.
    const ended = await db.query(
      `SELECT count(*)::int AS attempts, count(DISTINCT job_id)::int AS jobs FROM job_attempts WHERE outcome = 'succeeded'`,
    )
    expect(ended).toEqual([{ attempts: 10_000, jobs: 10_000 }])
  }, 100_000)

  test('jobs are accepted while Redis is down, and run when it is back', async () => {
    const { queue, work: start, redis: broken } = await openWithOwnRedis()
    await start([defineHandler(work, async () => done)])
    await broken.kill()
    const ids = await Promise.all(
      Array.from({ length: 50 }, async () => (await queue.submit({ workspace: 'acme', kind: 'work', payload: {} })).id),
    )
    expect((await treeTotals(fixture.db, ids)).size).toBe(50)
    await broken.restart()
    await waitFor(async () => (await unfinished()) === 0, { timeoutMs: 30_000, describe: 'all jobs to finish' })
  }, 60_000)

  test('a Redis that is full refuses, nobody runs hot, and all jobs finish when it has room again', async () => {
    const { queue, work: start, redis: full, lines } = await openWithOwnRedis()
    await start([defineHandler(work, async () => done)])
    const client = new Redis(full.url)
    await client.config('SET', 'maxmemory', '1mb')
    const before = lines.length
    const since = performance.now()
    for (let n = 0; n < 100; n += 1) await queue.submit({ workspace: 'acme', kind: 'work', payload: {} })
    await waitFor(() => lines.slice(before).some((line) => line.includes('OOM')), { describe: 'Redis to refuse' })
    await waitFor(() => performance.now() - since > 2_000, { describe: 'two seconds of it' })
    expect((lines.length - before) / ((performance.now() - since) / 1_000)).toBeLessThan(20)
    expect(await unfinished()).toBe(100)
    await client.config('SET', 'maxmemory', '0')
    client.disconnect()
    await waitFor(async () => (await unfinished()) === 0, { timeoutMs: 30_000, describe: 'all jobs to finish' })
  }, 60_000)
})
