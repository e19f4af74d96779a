import { storePullRequests } from '@assay/db'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { storeAssessed } from '../testing/assessed-work.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
let repository: Awaited<ReturnType<typeof collectRepository>>
let id: string
beforeEach(async () => {
  gateway = await openGateway()
  repository = await collectRepository(gateway.db)
  id = await assess(faster)
  await gateway.call('PUT', '/value/context', { body: context })
})
afterEach(() => gateway.close())

const context = {
  currency: 'EUR',
  rates: { engineer: { kind: 'triangular', low: 60, mode: 90, high: 140 } },
  items: [
    {
      name: 'ci',
      match: { words: ['ci build'] },
      people: { kind: 'fixed', value: 10 },
      runs: { count: { kind: 'fixed', value: 50 }, per: 'month', counted: 'per-person' },
    },
  ],
}
const faster = { title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes' }
const measured = {
  claim: 0,
  value: 310,
  unit: 's',
  link: 'https://ci.example.org/1',
  measuredAt: '2026-03-01T00:00:00Z',
}

const assess = async (text: { title: string; body: string }) =>
  (await storeAssessed(gateway.db, repository, [collectedPullRequest(1, text)])).get(1) ?? id
const observe = (body: object, key?: string) =>
  gateway.call('POST', `/pull-requests/${id}/observations`, { body, ...(key ? { key } : {}) })
const observations = async () => (await gateway.call('GET', `/pull-requests/${id}/observations`)).body.items
const worth = async () => (await gateway.call('GET', `/pull-requests/${id}`)).body.value.money.recurring.p50

test('a claim that a measurement bears out is believed more, until that is taken back', async () => {
  const before = await worth()
  const { status, body } = await observe(measured, gateway.keys.submit)
  expect([status, body]).toMatchObject([
    201,
    { claim: 'Cuts the CI build by 5 minutes', confirms: true, value: 310, observedBy: expect.any(String) },
  ])
  expect(await worth()).toBeGreaterThan(before * 1.3)
  const summary = await gateway.call('GET', '/value/summary?by=kind')
  expect(summary.body.items[0].value.recurring.p50).toBeCloseTo(await worth(), 2)
  expect(await observations()).toEqual([body])

  const path = `/pull-requests/${id}/observations/${body.id}`
  expect((await gateway.call('DELETE', path, { key: gateway.keys.neighbour })).status).toBe(404)
  expect((await gateway.call('DELETE', path)).status).toBe(204)
  expect((await gateway.call('DELETE', path)).status).toBe(404)
  expect(await worth()).toBe(before)
})

test('a measurement that does not bear the claim out counts for what was measured, the newest of a claim', async () => {
  const before = await worth()
  expect((await observe({ ...measured, value: 1, unit: 'min' })).body.confirms).toBe(false)
  const measuredWorth = await worth()
  expect(measuredWorth).toBeLessThan(before)
  await observe({ ...measured, value: 5, unit: 'min', measuredAt: '2026-02-01T00:00:00Z' })
  expect(await worth()).toBe(measuredWorth)
  await observe({ ...measured, value: -1, unit: 'min', measuredAt: '2026-04-01T00:00:00Z' })
  expect(await worth()).toBeLessThan(0)
})

test('it stays when the pull request is scored again, and counts no more when the text says something else', async () => {
  await observe(measured)
  const observed = await worth()
  await assess({ ...faster, title: 'Cache modules' })
  expect(await worth()).toBe(observed)
  await assess({ ...faster, body: 'Cuts the CI build by 4 minutes' })
  expect(await observations()).toMatchObject([{ claim: null, confirms: false, value: 310 }])
})

test.each([
  ['a claim that is not there', { ...measured, claim: 7 }, 'claim'],
  ['a hash of none', { ...measured, claim: 'a'.repeat(64) }, 'claim'],
  ['nothing to look up', { ...measured, link: undefined }, 'body'],
  ['a link that is a script', { ...measured, link: 'javascript:alert(1)' }, 'link'],
  ['more than there can be of anything', { ...measured, value: -1e300 }, 'value'],
  ['no time', { ...measured, measuredAt: 'yesterday' }, 'measuredAt'],
])('%s is refused, and named', async (_what, body, field) => {
  const refused = await observe(body)
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, field])
  expect(await observations()).toEqual([])
})

test('a pull request that states nothing has nothing to observe', async () => {
  const [plain] = await storePullRequests(gateway.db, repository, [collectedPullRequest(2)])
  const refused = await gateway.call('POST', `/pull-requests/${plain}/observations`, { body: measured })
  expect(refused.body.detail).toContain('states no quantity')
})

test('a neighbour neither sees nor adds any', async () => {
  await observe(measured)
  const key = gateway.keys.neighbour
  expect((await gateway.call('GET', `/pull-requests/${id}/observations`, { key })).status).toBe(404)
  expect((await observe(measured, key)).status).toBe(404)
  expect((await observe(measured, gateway.keys.read)).status).toBe(403)
})
