import { NonRetryable, RateLimited } from '@assay/contracts'
import { groupDeadLetters, treeTotals } from '@assay/db'
import { waitFor } from '@assay/testkit'
import { afterEach, describe, expect, test } from '@jest/globals'
import { defineHandler, type JobContext } from './handler.ts'
import { backends, openQueueFixture, type QueueFixture, quickSettings } from './testing/queue-fixture.ts'
import { hasty, work } from './testing/toy-jobs.ts'

type Run = Parameters<typeof defineHandler<typeof work>>[1]
const handle = (run: Run) => [defineHandler(work, run), defineHandler(hasty, async () => done('hasty'))]
const done = (by: string) => ({ result: { by } })
/** Ends only when the attempt is told to stop. */
const untilStopped = (context: JobContext) =>
  new Promise<never>((_, reject) => {
    context.signal.addEventListener('abort', () => reject(context.signal.reason))
  })

describe.each(backends)('jobs on the %s backend', (backend) => {
  let fixture: QueueFixture
  const open = async (settings = quickSettings) => {
    fixture = await openQueueFixture({ backend, contracts: [work, hasty], settings })
    return fixture
  }
  afterEach(() => fixture.close())

  test('a submitted job runs once and its result is kept', async () => {
    const { submit, work: start, reaches, job, attempts } = await open()
    const id = await submit('work', { name: 'a' })
    await start(handle(async ({ name }) => done(name)))
    await reaches(id, 'succeeded')
    expect(await job(id)).toMatchObject({ result: { by: 'a' }, attempt: 1, error: null })
    expect(await attempts(id)).toMatchObject([{ outcome: 'succeeded', attempt: 1 }])
  })

  test('a job that fails is tried again until its attempts are used up', async () => {
    const { submit, work: start, reaches, attempts, db } = await open()
    await start(handle(async ({ name }) => Promise.reject(new Error(`no luck with ${name.length} things`))))
    const id = await submit('work', { name: 'abc' })
    const other = await submit('work', { name: 'longer' })
    await reaches(id, 'failed')
    await reaches(other, 'failed')
    expect((await attempts(id)).map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['failed', 1],
      ['failed', 2],
      ['failed', 3],
    ])
    const groups = await groupDeadLetters(db, 'acme', 10)
    expect(groups).toMatchObject([{ kind: 'work', count: 2, error: { code: 'UNEXPECTED', retryable: true } }])
  })

  test('dead letters that failed alike run again by their fingerprint, with all their attempts', async () => {
    const { submit, work: start, reaches, job, queue } = await open()
    let broken = true
    await start(handle(async () => (broken ? Promise.reject(new Error('down')) : done('mended'))))
    const id = await submit('work')
    await reaches(id, 'failed')
    broken = false
    const { fingerprint } = await job(id)
    const replayed = await queue.replay('acme', { fingerprint: fingerprint ?? '', limit: 10 })
    expect(replayed).toEqual([id])
    await reaches(id, 'succeeded')
    expect(await job(id)).toMatchObject({ attempt: 1, result: { by: 'mended' } })
  })

  test('an error that trying again cannot mend fails at once', async () => {
    const { submit, work: start, reaches, job, attempts } = await open()
    await start(handle(async () => Promise.reject(new NonRetryable('the repository is gone'))))
    const id = await submit('work')
    await reaches(id, 'failed')
    expect(await attempts(id)).toHaveLength(1)
    expect((await job(id)).error).toMatchObject({ code: 'NON_RETRYABLE', message: 'the repository is gone' })
  })

  test('a rate limit parks the job until the reset and uses up no attempt', async () => {
    const { submit, work: start, reaches, job, attempts } = await open()
    const resetAt = new Date(Date.now() + 400)
    let calls = 0
    await start(
      handle(async () => {
        calls += 1
        return calls === 1 ? Promise.reject(new RateLimited('GitHub', resetAt)) : done('later')
      }),
    )
    const id = await submit('work')
    await reaches(id, 'succeeded')
    expect((await job(id)).attempt).toBe(1)
    const [parked, ran] = await attempts(id)
    expect(parked?.outcome).toBe('parked')
    expect(ran?.startedAt.getTime()).toBeGreaterThanOrEqual(resetAt.getTime())
  })

  test('an attempt over its time limit is ended even if it does not listen', async () => {
    const { submit, work: start, reaches, job } = await open()
    await start([defineHandler(work, async () => done('work')), defineHandler(hasty, () => new Promise(() => {}))])
    const id = await submit('hasty')
    await reaches(id, 'failed')
    expect((await job(id)).error).toMatchObject({ code: 'JOB_TIMED_OUT' })
  })

  test('a waiting job that is cancelled never runs', async () => {
    const { submit, work: start, reaches, queue, attempts } = await open()
    const id = await submit('work')
    expect(await queue.cancel('acme', id)).toEqual([{ id, state: 'cancelled' }])
    const after = await submit('work')
    await start(handle(async () => done('x')))
    await reaches(after, 'succeeded')
    expect(await attempts(id)).toEqual([])
  })

  test('cancelling a running job stops it and everything it spawned', async () => {
    const { submit, work: start, reaches, queue, job, db } = await open()
    await start(
      handle(async ({ name }, context) => {
        if (name === 'parent') await context.commit((tx) => tx.spawn(work, { name: 'child' }))
        return untilStopped(context)
      }),
    )
    const id = await submit('work', { name: 'parent' })
    await waitFor(async () => (await treeTotals(db, [id])).get(id)?.running === 2, { describe: 'both to run' })
    await queue.cancel('acme', id)
    await reaches(id, 'cancelled')
    await waitFor(async () => (await treeTotals(db, [id])).get(id)?.cancelled === 2, { describe: 'both to end' })
    expect((await job(id)).result).toBeNull()
  })

  test('what a part commits, its follow-up jobs and its progress appear together', async () => {
    const { submit, work: start, reaches, job, db } = await open()
    await start(
      handle(async ({ name }, { commit }) => {
        if (name !== 'parent') return done(name)
        await commit((tx) => tx.spawn(work, { name: 'kept' }), { done: 1, total: 2 })
        await commit(async (tx) => {
          await tx.spawn(work, { name: 'dropped' })
          throw new NonRetryable('second part failed')
        })
        return done(name)
      }),
    )
    const id = await submit('work', { name: 'parent' })
    await reaches(id, 'failed')
    await waitFor(async () => (await treeTotals(db, [id])).get(id)?.succeeded === 1, { describe: 'the child to run' })
    expect((await treeTotals(db, [id])).get(id)).toMatchObject({ total: 2, succeeded: 1, failed: 1 })
    expect((await job(id)).progress).toEqual({ done: 1, total: 2 })
  })

  test('the effects of an attempt whose job was cancelled meanwhile are undone', async () => {
    const { submit, work: start, reaches, queue, db } = await open()
    await start(
      handle(async (_payload, { jobId }) => ({
        result: { by: 'late' },
        effects: async (tx) => {
          await tx.spawn(work, { name: 'must not exist' })
          await queue.cancel('acme', jobId)
        },
      })),
    )
    const id = await submit('work')
    await reaches(id, 'cancelled')
    expect((await treeTotals(db, [id])).get(id)?.total).toBe(1)
  })

  test('more commits at a time than there are connections do not starve each other', async () => {
    const { queue, submit, work: start, db } = await open()
    await queue.pause('toys')
    const ids = await Promise.all(Array.from({ length: 40 }, () => submit('work', { name: 'parent' })))
    await start(
      handle(async ({ name }, { commit }) => {
        if (name === 'parent') await commit((tx) => tx.spawn(work, { name: 'child' }))
        return done(name)
      }),
      { concurrency: 40 },
    )
    await queue.resume('toys')
    const settled = async () => [...(await treeTotals(db, ids)).values()].every(({ succeeded }) => succeeded === 2)
    await waitFor(settled, { timeoutMs: 8_000, describe: 'all trees to settle' })
  })

  test('sooner classes run first, and within a class workspaces take turns', async () => {
    const { submit, work: start, queue, reaches } = await open()
    await queue.pause('toys')
    const order: string[] = []
    await submit('work', { name: 'low' }, { priority: 'low' })
    await Promise.all(Array.from({ length: 50 }, () => submit('work', { name: 'hog' })))
    await queue.submit({ workspace: 'small', kind: 'work', payload: { name: 'small' } })
    const urgent = await submit('work', { name: 'urgent' }, { priority: 'urgent' })
    await start(
      handle(async ({ name }) => {
        order.push(name)
        return done(name)
      }),
      { concurrency: 1 },
    )
    await queue.resume('toys')
    await reaches(urgent, 'succeeded')
    await waitFor(async () => order.length === 53, { describe: 'all jobs to run' })
    expect(order.indexOf('urgent')).toBeLessThan(order.indexOf('hog'))
    expect(order.filter((name, at) => name === 'hog' && at < order.indexOf('small')).length).toBeLessThanOrEqual(2)
    expect(order.at(-1)).toBe('low')
  })

  test('a job that is due later waits until then', async () => {
    const { submit, work: start, reaches, attempts, job } = await open()
    await start(handle(async () => done('x')))
    const runAt = new Date(Date.now() + 300)
    const id = await submit('work', {}, { runAt })
    expect((await job(id)).state).toBe('scheduled')
    await reaches(id, 'succeeded')
    expect((await attempts(id)).at(0)?.startedAt.getTime()).toBeGreaterThanOrEqual(runAt.getTime())
  })

  test('a paused queue starts nothing, also when the queue forgets that it is paused', async () => {
    const { submit, work: start, queue, reaches, transport, job } = await open()
    await queue.pause('toys')
    await transport.setPaused('toys', false)
    await start(handle(async () => done('x')))
    const id = await submit('work')
    await waitFor(async () => transport.bullQueues(['toys'])[0]?.isPaused() ?? false, {
      describe: 'the pause to be restored',
    })
    expect((await job(id)).state).toBe('queued')
    await queue.resume('toys')
    await reaches(id, 'succeeded')
  })

  test('a stopping worker gives its unfinished job to another, and no attempt is used up', async () => {
    const { submit, work: start, reaches, job, attempts } = await open()
    const stopping = await start(
      handle((_payload, context) => untilStopped(context)),
      { name: 'first' },
    )
    const id = await submit('work')
    await reaches(id, 'running')
    await stopping.stop({ graceMs: 50 })
    await start(
      handle(async () => done('second')),
      { name: 'second' },
    )
    await reaches(id, 'succeeded')
    expect(await job(id)).toMatchObject({ attempt: 1, crashes: 0, result: { by: 'second' } })
    expect((await attempts(id)).map(({ outcome, worker }) => [outcome, worker])).toEqual([
      ['released', 'first'],
      ['succeeded', 'second'],
    ])
  })
})
