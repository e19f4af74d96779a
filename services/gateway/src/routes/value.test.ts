import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

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
