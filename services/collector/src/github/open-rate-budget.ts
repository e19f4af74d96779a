import type { Logger } from '@assay/runtime'
import { createMemoryRateBudget, type RateBudget } from '@assay/sources'
import { Redis } from 'ioredis'
import { createRedisRateBudget } from './redis-rate-budget.ts'

/** Shared between workers through Redis; without Redis there is one collector on one machine, and memory will do. */
export const openRateBudget = ({
  redisUrl,
  prefix,
  logger,
}: {
  redisUrl: string | undefined
  prefix: string
  logger: Logger
}): { budget: RateBudget; closeBudget: () => Promise<void> } => {
  if (redisUrl === undefined) return { budget: createMemoryRateBudget(), closeBudget: async () => {} }
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, lazyConnect: true })
  redis.on('error', (error) => logger.warn({ err: error }, 'redis connection failed'))
  return {
    budget: createRedisRateBudget(redis, { prefix }),
    closeBudget: async () => redis.disconnect(),
  }
}
