import { describe, expect, test } from '@jest/globals'
import { type FaultName, faultNames, type RequestKind, seededFaults } from './index.ts'
import { ask, get, startSample } from './testing.ts'

const query = `{ repository(owner: "octo", name: "hello") { pullRequests(first: 20) { nodes { number } } } }`
const once = (fault: FaultName) => (request: { index: number }) => (request.index === 0 ? fault : null)

describe('a seeded plan', () => {
  const draw = (seed: number, count: number, kind: RequestKind = 'graphql', pageSize = 100) => {
    const plan = seededFaults(seed, { rate: 0.9, atMost: 30 })
    return Array.from({ length: count }, (_, index) => plan({ kind, index, pageSize }))
  }

  test('is the same for the same seed', () => {
    expect(draw(1, 50)).toEqual(draw(1, 50))
    expect(draw(1, 50)).not.toEqual(draw(2, 50))
  })

  test('ends after so many faults', () => {
    expect(draw(3, 500).filter(Boolean)).toHaveLength(30)
    expect(draw(3, 500).slice(-300).filter(Boolean)).toEqual([])
  })

  test('brings every fault, and each only where it can be', () => {
    const drawn = new Set(Array.from({ length: 40 }, (_, seed) => draw(seed, 40)).flat())
    expect([...faultNames].filter((name) => !drawn.has(name))).toEqual([])
    expect(draw(4, 500, 'git')).not.toContain('errors-200')
    expect(Array.from({ length: 40 }, (_, seed) => draw(seed, 40, 'graphql', 10)).flat()).not.toContain(
      'resource-limits',
    )
  })
})

test.each<[FaultName, number, unknown]>([
  ['forbidden-secondary', 403, { message: expect.stringContaining('secondary rate limit') }],
  ['too-many', 429, { message: expect.stringContaining('secondary rate limit') }],
  ['primary-exhausted', 200, { errors: [{ type: 'RATE_LIMITED' }] }],
  ['errors-200', 200, { data: null, errors: [{ message: expect.stringContaining('Something went wrong') }] }],
  ['resource-limits', 200, { data: null, errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED' }] }],
  ['timeout-200', 200, { message: expect.stringContaining("couldn't respond") }],
])('%s has status %d and a JSON body', async (fault, status, body) => {
  await using sample = await startSample({ faults: once(fault) })
  const response = await ask(sample.simulator, query)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject(Object(body))
  expect(sample.simulator.requests).toMatchObject([{ fault, status }])
})

test.each<[FaultName, number]>([
  ['bad-gateway', 502],
  ['unavailable', 503],
  ['gateway-timeout', 504],
  ['html-200', 200],
])('%s has status %d and a page of HTML', async (fault, status) => {
  await using sample = await startSample({ faults: once(fault) })
  const response = await get(sample.simulator, '/repos/octo/hello')
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining('<html>')])
})

test('partial-errors-200 makes some rows null and names their places', async () => {
  await using sample = await startSample({ faults: once('partial-errors-200') })
  const body = await (await ask(sample.simulator, query)).json()
  expect(body).toMatchObject({
    data: { repository: { pullRequests: { nodes: expect.arrayContaining([null, { number: 2 }]) } } },
    errors: expect.arrayContaining([{ path: ['repository', 'pullRequests', 'nodes', 0], message: expect.any(String) }]),
  })
})

test('cut-body breaks the body off, or gives half a JSON text as if it were whole', async () => {
  await using sample = await startSample({ faults: () => 'cut-body' })
  const [broken, half] = [await ask(sample.simulator, query), await ask(sample.simulator, query)]
  await expect(broken.text()).rejects.toThrow('terminated')
  await expect(half.json()).rejects.toThrow('JSON')
})

test('reset ends the connection without an answer', async () => {
  await using sample = await startSample({ faults: once('reset') })
  await expect(ask(sample.simulator, query)).rejects.toThrow('fetch failed')
  expect(sample.simulator.requests).toMatchObject([{ fault: 'reset', status: null }])
})

test('hang waits until the client goes away', async () => {
  await using sample = await startSample({ faults: once('hang') })
  await expect(ask(sample.simulator, query, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
})

test('a request before the end of Retry-After is a violation, one after it is none', async () => {
  await using sample = await startSample({ faults: once('too-many') })
  expect((await ask(sample.simulator, query)).headers.get('retry-after')).toBe('60')
  sample.pass(59_000)
  await ask(sample.simulator, query)
  expect(sample.simulator.violations).toHaveLength(1)
  sample.pass(1_000)
  expect((await ask(sample.simulator, query)).status).toBe(200)
  expect(sample.simulator.violations).toHaveLength(1)
})
