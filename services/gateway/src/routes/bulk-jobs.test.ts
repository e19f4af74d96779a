import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const submitted = async (...sources: string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const source of sources) ids.push((await gateway.submit(source)).id)
  return ids
}
const state = async (id: string | undefined) => (await gateway.call('GET', `/jobs/${id}`)).body.state
const bulk = (action: 'cancel' | 'retry', body: object, key = gateway.keys.submit) =>
  gateway.call('POST', `/jobs/${action}`, { body, key })
const end = (ids: (string | undefined)[], as: string) =>
  gateway.db.query('UPDATE jobs SET state = $2, finished_at = now() WHERE id = ANY($1::uuid[])', [ids, as])

test('jobs are cancelled by id; those that have ended or are not there are told', async () => {
  const [open, done] = await submitted('/open', '/done')
  await end([done], 'succeeded')
  const nobody = crypto.randomUUID()
  const { status, body } = await bulk('cancel', { ids: [open?.toUpperCase(), done, nobody, open] })
  expect([status, body]).toEqual([
    202,
    {
      matched: 2,
      changed: 1,
      skipped: [
        { id: done, reason: 'Only what has not ended can be cancelled, but the job is succeeded.' },
        { id: nobody, reason: `There is no job ${nobody} here.` },
      ],
    },
  ])
  expect([await state(open), await state(done)]).toEqual(['cancelled', 'succeeded'])
})

test('cancelling reaches what a job spawned, also when the job itself has ended', async () => {
  const [parent, child, other] = await submitted('/parent', '/child', '/other')
  await gateway.db.query('UPDATE jobs SET parent_id = $1, root_id = $1 WHERE id = $2', [parent, child])
  await end([parent], 'succeeded')
  expect((await bulk('cancel', { ids: [parent, child, other], dryRun: true })).body).toMatchObject({ changed: 3 })
  expect((await bulk('cancel', { ids: [parent, child, other] })).body).toEqual({ matched: 3, changed: 3, skipped: [] })
  expect(await Promise.all([parent, child, other].map(state))).toEqual(['succeeded', 'cancelled', 'cancelled'])
})

test('failed jobs run again by a filter, the newest so many; a dry run changes nothing', async () => {
  const ids = await submitted('/f1', '/f2', '/f3')
  await end(ids, 'failed')
  const filter = { state: 'failed', kind: 'collect', q: '/f' }
  expect((await bulk('retry', { filter, dryRun: true })).body).toEqual({ matched: 3, changed: 3, skipped: [] })
  expect(await state(ids[0])).toBe('failed')
  expect((await bulk('retry', { filter, limit: 2 })).body).toEqual({ matched: 2, changed: 2, skipped: [] })
  expect(await Promise.all(ids.map(state))).toEqual(['failed', 'queued', 'queued'])
  const again = await bulk('retry', { filter: { ...filter, state: ['failed', 'queued'], roots: true } })
  expect(again.body).toMatchObject({ matched: 3, changed: 1 })
  expect(again.body.skipped[0].reason).toBe('Only a failed job can run again, but the job is queued.')
})

test('a neighbour changes nothing of ours, by id or by filter', async () => {
  const [id] = await submitted('/ours')
  const theirs = gateway.keys.neighbour
  expect((await bulk('cancel', { ids: [id] }, theirs)).body).toMatchObject({
    matched: 0,
    changed: 0,
    skipped: [{ id }],
  })
  expect((await bulk('cancel', { ids: [id], dryRun: true }, theirs)).body).toMatchObject({ matched: 0, changed: 0 })
  expect((await bulk('cancel', { filter: {} }, theirs)).body).toEqual({ matched: 0, changed: 0, skipped: [] })
  expect(await state(id)).toBe('queued')
})

test.each([
  ['neither ids nor a filter', {}],
  ['both', { ids: [crypto.randomUUID()], filter: {} }],
  ['a filter there is not', { filter: { colour: 'red' } }],
  ['more ids than a thousand', { ids: Array.from({ length: 1_001 }, () => crypto.randomUUID()) }],
])('%s is refused', async (_what, body) => {
  expect((await bulk('cancel', body)).status).toBe(400)
})
