import { RateLimited } from '@assay/contracts'
import {
  type Clock,
  pointsPerMinute,
  type RateBudget,
  type Resource,
  requestsAtOnce,
  systemClock,
} from '@assay/sources'
import type { Redis } from 'ioredis'

/** A worker that died gives its places back after this; no request takes as long. */
const HELD_AT_MOST_MS = 60_000
const MINUTE_MS = 60_000
const LOOK_AGAIN_MS = 50
/** Nothing here is worth keeping longer: GitHub's windows are an hour. */
const KEPT_MS = 2 * 3_600_000

/**
 * KEYS: places held, points spent in the last minute, state of the resource.
 * Answers {'closed', until}, {'wait', ms} or {'taken'}.
 */
const TAKE = `
local now, points, per_minute, at_once = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local state = redis.call('HMGET', KEYS[3], 'closed_until', 'left', 'resets_at')
local open_at = tonumber(state[1] or 0)
local left, resets_at = tonumber(state[2] or -1), tonumber(state[3] or 0)
if resets_at > now and left >= 0 and left < points then open_at = math.max(open_at, resets_at) end
if open_at > now then return {'closed', tostring(open_at)} end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= at_once then return {'wait', '${LOOK_AGAIN_MS}'} end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - ${MINUTE_MS})
local spent, oldest = 0, nil
for index, value in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1, 'WITHSCORES')) do
  if index % 2 == 1 then spent = spent + tonumber(string.match(value, '^%d+')) else oldest = oldest or tonumber(value) end
end
if oldest and spent + points > per_minute then
  return {'wait', tostring(math.max(1, oldest + ${MINUTE_MS} - now))}
end
redis.call('ZADD', KEYS[1], now + ${HELD_AT_MOST_MS}, ARGV[5])
redis.call('ZADD', KEYS[2], now, points .. ':' .. ARGV[5])
if resets_at > now and left >= 0 then redis.call('HINCRBY', KEYS[3], 'left', -points) end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ${KEPT_MS}) end
return {'taken'}`

/** Answers overtake each other: within one hour only the lowest figure is the newest. */
const OBSERVE = `
local remaining, resets_at = tonumber(ARGV[1]), tonumber(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'left', 'resets_at')
if known[2] and resets_at <= tonumber(known[2]) then remaining = math.min(remaining, tonumber(known[1])) end
redis.call('HSET', KEYS[1], 'left', remaining, 'resets_at', resets_at)
redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})`

const CLOSE = `
local known = tonumber(redis.call('HGET', KEYS[1], 'closed_until') or 0)
redis.call('HSET', KEYS[1], 'closed_until', math.max(known, tonumber(ARGV[1])))
redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})`

/** The budget of all workers that share a Redis. `prefix` keeps several Assays on one server apart. */
export const createRedisRateBudget = (
  redis: Redis,
  { prefix, clock = systemClock }: { prefix: string; clock?: Clock },
): RateBudget => {
  // One hash tag for the keys of an account, so that a Redis Cluster keeps them in one slot.
  const key = (account: string, name: string) => `{${prefix}:github:${account}}:${name}`
  const stateKey = (account: string, resource: Resource) => key(account, `${resource}:state`)

  return {
    async take(account, resource, points, signal) {
      const token = crypto.randomUUID()
      const held = key(account, 'held')
      const keys = [held, key(account, `${resource}:spent`), stateKey(account, resource)]
      for (;;) {
        signal?.throwIfAborted()
        const given = [clock.now(), points, pointsPerMinute[resource], requestsAtOnce, token]
        const [outcome, figure] = (await redis.eval(TAKE, keys.length, ...keys, ...given)) as string[]
        if (outcome === 'closed') throw new RateLimited('GitHub', new Date(Number(figure)))
        if (outcome === 'taken') break
        await clock.wait(Number(figure), signal)
      }
      return async () => {
        await redis.zrem(held, token)
      }
    },

    async observe(account, resource, { remaining, resetAt }) {
      await redis.eval(OBSERVE, 1, stateKey(account, resource), remaining, resetAt.getTime())
    },

    async closeUntil(account, resource, until) {
      for (const closed of resource === 'all' ? (['graphql', 'rest'] as const) : [resource]) {
        await redis.eval(CLOSE, 1, stateKey(account, closed), until.getTime())
      }
    },
  }
}
