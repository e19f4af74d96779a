import { describe, expect, test } from '@jest/globals'
import { ask, get, startSample } from './testing.ts'

const cheap = '{ viewer { login } rateLimit { cost remaining used resetAt } }'
const hourMs = 3_600_000

describe('the primary limit', () => {
  test('of GraphQL ends in status 200 with RATE_LIMITED until the reset', async () => {
    await using sample = await startSample({ limits: { graphqlPointsPerHour: 2 } })
    const { simulator } = sample
    const first = await (await ask(simulator, cheap)).json()
    expect(first).toMatchObject({
      data: { rateLimit: { cost: 1, remaining: 1, used: 1, resetAt: '2026-01-01T01:00:00Z' } },
    })
    await ask(simulator, cheap)

    const refused = await ask(simulator, cheap)
    expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([200, '0'])
    expect(await refused.json()).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] })

    sample.pass(hourMs)
    expect(await (await ask(simulator, cheap)).json()).toMatchObject({ data: { viewer: {} } })
    expect([simulator.violations, simulator.pointsUsed()]).toEqual([[], 3])
  })

  test('of REST ends in 403; asking again before the reset is a violation, asking for the rate limit is not', async () => {
    await using sample = await startSample({ limits: { restPerHour: 1 } })
    const status = async (path: string) => (await get(sample.simulator, path)).status
    expect([await status('/repos/octo/hello'), await status('/repos/octo/hello')]).toEqual([200, 403])
    expect(await status('/rate_limit')).toBe(200)
    expect(sample.simulator.violations).toEqual([])
    await status('/repos/octo/hello')
    expect(sample.simulator.violations).toHaveLength(1)
  })
})

describe('the secondary limit', () => {
  test('of a minute tells how long to wait', async () => {
    await using sample = await startSample({ limits: { restPointsPerMinute: 1 } })
    const read = () => get(sample.simulator, '/repos/octo/hello')
    await read()
    const refused = await read()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, '60'])
    sample.pass(60_000)
    expect((await read()).status).toBe(200)
    expect(sample.simulator.violations).toEqual([])
  })

  test('of concurrent requests is one', async () => {
    await using sample = await startSample({
      limits: { concurrent: 2 },
      faults: ({ index }) => (index < 2 ? 'hang' : null),
    })
    const stop = new AbortController()
    const hanging = [
      ask(sample.simulator, cheap, { signal: stop.signal }),
      ask(sample.simulator, cheap, { signal: stop.signal }),
    ]
    const settled = Promise.allSettled(hanging)
    while (sample.simulator.requests.filter(({ fault }) => fault === 'hang').length < 2) await new Promise(setImmediate)

    expect((await ask(sample.simulator, cheap)).status).toBe(403)
    expect(sample.simulator.violations).toEqual([expect.stringContaining('3 requests at once')])
    stop.abort()
    await settled
  })
})
