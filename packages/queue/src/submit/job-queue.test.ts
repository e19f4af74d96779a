import { MAX_PAYLOAD_BYTES } from '@assay/contracts'
import { listJobs } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openQueueFixture, type QueueFixture } from '../testing/queue-fixture.ts'
import { work } from '../testing/toy-jobs.ts'

let fixture: QueueFixture
beforeAll(async () => {
  fixture = await openQueueFixture({ backend: 'postgres', contracts: [work] })
})
afterAll(() => fixture.close())

const submission = (name: string, idempotencyKey?: string) => ({
  workspace: 'acme',
  kind: 'work',
  payload: { name },
  ...(idempotencyKey ? { idempotencyKey } : {}),
})
const stored = async () => (await listJobs(fixture.db, 'acme', {}, { before: null, limit: 1_000 })).length

test('the same key and request is the same job, however many ask at once', async () => {
  const key = crypto.randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => fixture.queue.submit(submission('same', key))))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect(answers.filter(({ created }) => created)).toHaveLength(1)
})

test('the same key with another request is refused', async () => {
  const key = crypto.randomUUID()
  await fixture.queue.submit(submission('one', key))
  await expect(fixture.queue.submit(submission('two', key))).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
})

test('the same key in another workspace is another job', async () => {
  const key = crypto.randomUUID()
  const here = await fixture.queue.submit(submission('x', key))
  const there = await fixture.queue.submit({ ...submission('x', key), workspace: 'other' })
  expect(there).toMatchObject({ created: true })
  expect(there.id).not.toBe(here.id)
})

test.each([
  ['an unknown kind', { ...submission('x'), kind: 'wrok' }, { code: 'UNKNOWN_KIND', details: { known: ['work'] } }],
  [
    'an unknown field',
    { ...submission('x'), payload: { nmae: 'x' } },
    {
      code: 'INVALID_PAYLOAD',
      details: { errors: expect.arrayContaining([expect.objectContaining({ field: 'payload.nmae' })]) },
    },
  ],
  [
    'a payload over the limit',
    submission('x'.repeat(MAX_PAYLOAD_BYTES)),
    { code: 'PAYLOAD_TOO_LARGE', details: { limitBytes: MAX_PAYLOAD_BYTES } },
  ],
  ['a NUL character, which the database cannot hold', submission('a\0b'), { code: 'INVALID_PAYLOAD' }],
  ['half a surrogate pair', submission('a\ud800b'), { code: 'INVALID_PAYLOAD' }],
])('%s is refused and nothing is stored', async (_name, bad, error) => {
  const before = await stored()
  await expect(fixture.queue.submit(bad)).rejects.toMatchObject(error)
  expect(await stored()).toBe(before)
})

test('a batch is accepted whole or not at all', async () => {
  const before = await stored()
  const key = crypto.randomUUID()
  await fixture.queue.submit(submission('taken', key))
  await expect(fixture.queue.submitMany([submission('fine'), submission('clash', key)])).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  })
  expect(await stored()).toBe(before + 1)
  const answers = await fixture.queue.submitMany([submission('a'), submission('b')])
  expect(answers).toMatchObject([{ created: true }, { created: true }])
  expect(await stored()).toBe(before + 3)
})

test("jobs submitted in a caller's transaction exist if and when it commits", async () => {
  const before = await stored()
  const key = crypto.randomUUID()
  const submit = (fails: boolean) =>
    fixture.db.transaction(async (tx) => {
      const [answer] = await fixture.queue.submitIn(tx, [submission('with rows', key)])
      if (fails) throw new Error('the rows could not be stored')
      return answer
    })
  await expect(submit(true)).rejects.toThrow('could not be stored')
  expect(await stored()).toBe(before)
  expect(await submit(false)).toMatchObject({ created: true })
  expect(await submit(false)).toMatchObject({ created: false })
  expect(await stored()).toBe(before + 1)
})
