import { rateBudgetContract } from '@assay/sources/testing/rate-budget-contract'
import { testRedisUrl } from '@assay/testkit'
import { afterAll, describe, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { createRedisRateBudget } from './redis-rate-budget.ts'

const redisUrl = testRedisUrl()
const redis = new Redis(redisUrl ?? '', { lazyConnect: true })
afterAll(() => redis.disconnect())
const prefix = () => `budget-${crypto.randomUUID()}`

// Without Redis there is one collector, whose budget is in memory.
const describeWithRedis = redisUrl === undefined ? describe.skip : describe

describeWithRedis('a rate budget in Redis', () => {
  rateBudgetContract((clock) => createRedisRateBudget(redis, { prefix: prefix(), clock }))

  test('is one for all workers', async () => {
    const shared = { prefix: prefix() }
    const [one, other] = [createRedisRateBudget(redis, shared), createRedisRateBudget(redis, shared)]
    await one.closeUntil('ada', 'graphql', new Date(Date.now() + 60_000))
    await expect(other.take('ada', 'graphql', 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })
})
