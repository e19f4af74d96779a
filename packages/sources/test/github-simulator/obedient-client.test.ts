import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { faultNames, seededFaults } from './index.ts'
import { ask, startSample } from './testing.ts'

const shape = z.object({
  data: z.object({
    repository: z.object({
      pullRequests: z.object({
        nodes: z.array(z.object({ number: z.number() })),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  }),
  errors: z.undefined().optional(),
})
const query = `query($after: String) { repository(owner: "octo", name: "hello") {
  pullRequests(first: 5, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } } } }`

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return null
  }
}

test.each([1, 2, 3, 4, 5])('whoever waits as told and tries again gets everything, with seed %d', async (seed) => {
  const only = faultNames.filter((name) => name !== 'hang')
  await using sample = await startSample({ faults: seededFaults(seed, { rate: 0.6, atMost: 15, only }) })
  const seen: number[] = []
  let after: string | null = null
  let more = true
  while (more) {
    const response = await ask(sample.simulator, query, { variables: { after } }).catch(() => null)
    if (response === null) continue
    const body = shape.safeParse(await readJson(response))
    if (body.success) {
      const { nodes, pageInfo } = body.data.data.repository.pullRequests
      seen.push(...nodes.map(({ number }) => number))
      more = pageInfo.hasNextPage
      after = pageInfo.endCursor
      continue
    }
    const { headers } = response
    sample.pass(Number(headers.get('retry-after') ?? 0) * 1_000)
    if (headers.get('x-ratelimit-remaining') === '0') {
      sample.pass(Number(headers.get('x-ratelimit-reset')) * 1_000 - sample.now())
    }
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(sample.simulator.violations).toEqual([])
  expect(sample.simulator.requests.some(({ fault }) => fault !== null)).toBe(true)
})
