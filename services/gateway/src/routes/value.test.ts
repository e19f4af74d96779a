import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { storeAssessed } from '../testing/assessed-work.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const preview = (body: object) => gateway.call('POST', '/value/preview', { body, key: gateway.keys.read })

test('a described pull request is assessed, part by part, and nothing is stored', async () => {
  const { status, body } = await preview({
    title: 'perf: parse headers twice as fast',
    body: 'From 900 ms to 300 ms.',
    files: [{ path: 'lib/parse.js', additions: 30, deletions: 10 }],
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    kind: { label: 'perf', by: 'declared' },
    effort: { status: 'estimated', counted: [{ fileClass: 'code', lines: 40 }] },
    claims: [{ field: 'title' }, { field: 'body', start: 0, end: 21, after: { value: 300, unit: 'ms' } }],
  })
  const { score, low, high, reasons } = body.significance
  expect(low <= score && score <= high).toBe(true)
  expect(reasons.map(({ reason }: { reason: string }) => reason)).toContain('kind')
  expect((await gateway.call('GET', '/pull-requests')).body.items).toEqual([])
})

test('what is not known stays unknown', async () => {
  const { body } = await preview({ title: 'Tidy up' })
  expect(body).toMatchObject({ effort: { status: 'unknown', because: expect.any(String) }, claims: [] })
})

test('bad input is told by field', async () => {
  const { status, body } = await preview({ title: 'Tidy up', additions: -1, colour: 'red' })
  expect(status).toBe(400)
  expect(body.errors.map(({ field }: { field: string }) => field).join()).toContain('additions')
})

test('the method tells its parts, their limits, and the versions that stand on every assessment', async () => {
  const { body } = await gateway.call('GET', '/value/methodology')
  expect(body.parts.map(({ name }: { name: string }) => name)).toEqual([
    'kind',
    'significance',
    'effort',
    'claims',
    'money',
  ])
  expect((await preview({ title: 'Tidy up' })).body.method).toBe(body.method)
})

const context = {
  currency: 'EUR',
  rates: { engineer: { kind: 'triangular', low: 50, mode: 70, high: 100 } },
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
const declare = (body: object, key = gateway.keys.admin) => gateway.call('PUT', '/value/context', { body, key })

test('prices are declared in versions, and what was declared before stays', async () => {
  expect((await gateway.call('GET', '/value/context')).status).toBe(404)
  expect((await declare(context)).body).toMatchObject({ version: 1, context: { currency: 'EUR', horizonMonths: 12 } })
  expect((await declare({ ...context, currency: 'USD' })).body.version).toBe(2)
  expect((await gateway.call('GET', '/value/context', { key: gateway.keys.read })).body).toMatchObject({
    version: 2,
    context: { currency: 'USD' },
  })
  expect((await gateway.call('GET', '/value/context?version=1')).body.context.currency).toBe('EUR')
  expect((await gateway.call('GET', '/value/context', { key: gateway.keys.neighbour })).status).toBe(404)
})

test('many declarations at once get as many versions', async () => {
  const versions = (await Promise.all(Array.from({ length: 8 }, () => declare(context)))).map(
    ({ body }) => body.version,
  )
  expect(new Set(versions).size).toBe(8)
})

test('what cannot be a declaration is refused by field, and by right', async () => {
  const { status, body } = await declare({ ...context, items: [{ name: 'ci', match: {} }] })
  expect(status).toBe(400)
  expect(body.errors[0].field).toContain('items.0.match')
  expect((await declare(context, gateway.keys.submit)).status).toBe(403)
})

test('a preview is priced under the prices given, or those declared', async () => {
  const tried = (await preview({ ...faster, context })).body.value
  expect(tried).toMatchObject({ status: 'valued', currency: 'EUR', parts: [{ mechanism: 'time', item: 'ci' }] })
  await declare({ ...context, currency: 'USD' })
  expect((await preview(faster)).body.value).toMatchObject({ currency: 'USD', recurring: tried.recurring })
  expect((await preview({ title: 'Tidy up' })).body.value).toEqual({
    status: 'not-valued',
    because: ['its text states no quantity of an effect'],
  })
})

test('what is stored is priced as it is read, and a later revert takes it back', async () => {
  await declare(context)
  const repository = await collectRepository(gateway.db)
  const change = { ...faster, mergedAt: '2026-01-01T00:00:00.000Z' }
  const ids = await storeAssessed(gateway.db, repository, [
    collectedPullRequest(1, change),
    collectedPullRequest(2, { ...change, title: '[4.x] Cache the modules', body: 'Backport of #1' }),
  ])
  const read = async (number: number) => (await gateway.call('GET', `/pull-requests/${ids.get(number)}`)).body.value
  expect(await read(1)).toMatchObject({
    money: { status: 'valued', currency: 'EUR' },
    history: [],
    changeSet: ids.get(1),
  })
  expect((await read(2)).changeSet).toBe(ids.get(1))

  const undo = { title: 'Revert "Cache the modules (#1)"', mergedAt: '2026-02-01T00:00:00.000Z' }
  const [undoing] = (await storeAssessed(gateway.db, repository, [collectedPullRequest(3, undo)])).values()
  expect(await read(1)).toMatchObject({
    money: { recurring: { p10: 0, p90: 0 }, parts: [], clawedBack: [{ mechanism: 'time' }] },
    history: [{ event: 'reverted', by: undoing, at: undo.mergedAt }],
  })
})

test('a list gives significance with its interval, and money of every item where it is asked for', async () => {
  const repository = await collectRepository(gateway.db, { name: 'listed' })
  await storeAssessed(gateway.db, repository, [
    collectedPullRequest(1, faster),
    collectedPullRequest(2, { title: 'Tidy up' }),
  ])
  const list = async (query: string) =>
    (await gateway.call('GET', `/pull-requests?repository=${repository.id}&${query}`)).body.items
  await declare(context)
  const [second, first] = await list('include=money')
  expect(first).toMatchObject({ number: 1, low: expect.any(Number), high: expect.any(Number) })
  expect(first.low).toBeLessThanOrEqual(first.score)
  expect(first.money).toMatchObject({ status: 'valued', currency: 'EUR', recurring: { p50: expect.any(Number) } })
  expect(first.money).not.toHaveProperty('parts')
  expect(second.money.status).toBe('not-valued')
  expect((await list(''))[0]).not.toHaveProperty('money')
})
