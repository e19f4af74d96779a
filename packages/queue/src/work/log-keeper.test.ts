import { countDroppedLines, listLogLines } from '@assay/db'
import { waitFor } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { defineHandler, type JobContext } from '../handler.ts'
import { openQueueFixture, type QueueFixture } from '../testing/queue-fixture.ts'
import { work } from '../testing/toy-jobs.ts'

let fixture: QueueFixture
beforeEach(async () => {
  fixture = await openQueueFixture({ backend: 'postgres', contracts: [work] })
})
afterEach(() => fixture.close())

const done = { result: { by: 'test' } }
const run = async (handle: (context: JobContext) => void) => {
  await fixture.work([
    defineHandler(work, async (_payload, context) => {
      handle(context)
      return done
    }),
  ])
  const id = await fixture.submit('work')
  await fixture.reaches(id, 'succeeded')
  return id
}
const linesOf = (id: string) =>
  listLogLines(fixture.db, id, { levels: ['info', 'warn', 'error'], after: 0, limit: 5_000 })
const kept = (id: string, lines: number) =>
  waitFor(async () => (await linesOf(id)).length === lines, { describe: `${lines} lines of the job to be kept` })

test('what a handler logs in all its attempts is kept in its order, without secrets', async () => {
  const id = await run(({ attempt, logger }) => {
    logger.warn({ page: attempt, token: 'canary' }, 'reading https://canary@github.com/o/r')
    if (attempt === 1) throw new Error('once more')
  })
  await kept(id, 3)
  const lines = await linesOf(id)
  expect(lines).toMatchObject([
    { level: 'warn', message: 'reading https://[cut]@github.com/o/r', fields: { page: 1, attempt: 1 } },
    { level: 'warn', message: 'attempt failed', fields: { err: { message: 'once more' } } },
    { level: 'warn', fields: { page: 2, attempt: 2 } },
  ])
  expect(JSON.stringify(lines)).not.toContain('canary')
  expect(await countDroppedLines(fixture.db, id)).toBe(0)
})

test('of a job that floods its log the newest thousand lines are kept, and the others are counted', async () => {
  const id = await run(({ logger }) => {
    for (let n = 1; n <= 3_500; n += 1) logger.warn({ n }, 'again')
  })
  await waitFor(async () => (await linesOf(id)).at(-1)?.fields.n === 3_500, { describe: 'the last line' })
  await kept(id, 1_000)
  expect((await linesOf(id))[0]?.fields.n).toBe(2_501)
  expect(await countDroppedLines(fixture.db, id)).toBe(2_500)
})

test('a line is at most 8 kB, and text that PostgreSQL has no place for is mended', async () => {
  const id = await run(({ logger }) => {
    logger.warn({ text: 'x'.repeat(1_000_000) }, 'm'.repeat(1_000_000))
    logger.warn('a NUL: \0')
  })
  await kept(id, 2)
  const [long, odd] = await linesOf(id)
  expect(Buffer.byteLength(JSON.stringify(long))).toBeLessThan(8_192)
  expect(odd?.message).toBe('a NUL: \uFFFD')
})

test('a job ends well though its lines cannot be kept', async () => {
  await fixture.db.query('DROP TABLE job_logs')
  await run(({ logger }) => logger.warn('lost'))
})

test('logs go with their job', async () => {
  const id = await run(({ logger }) => logger.warn('here'))
  await kept(id, 1)
  await fixture.db.query('DELETE FROM jobs WHERE id = $1', [id])
  expect(await linesOf(id)).toEqual([])
})
