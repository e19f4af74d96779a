import { type PrivateRedis, startPrivateRedis } from './private-redis.ts'
import { installedRedis, type RedisProgram, unpackedRedis } from './redis-program.ts'

export type QueueBackend =
  | { kind: 'redis'; url: string; from: string; stop(): Promise<void> }
  | { kind: 'postgres'; from: string; stop(): Promise<void> }

/**
 * Finds a backend for the queue: a Redis or Valkey that is installed, else a private copy of the distribution's, else
 * the database itself, which is slower but needs nothing.
 * @param path where installed programs are looked for
 */
export async function startQueueBackend({ home, path }: { home: string; path: string }): Promise<QueueBackend> {
  const installed = installedRedis(path)
  if (installed) {
    const redis = await start(installed, home)
    if (redis) return { kind: 'redis', url: redis.url, from: installed.command, stop: redis.stop }
  }
  const unpacked = await unpackedRedis(home, path).catch(() => null)
  const redis = unpacked && (await start(unpacked, home))
  if (redis)
    return { kind: 'redis', url: redis.url, from: "a private copy of the distribution's Redis", stop: redis.stop }
  return { kind: 'postgres', from: 'PostgreSQL, since no Redis could be had', stop: async () => {} }
}

const start = (program: RedisProgram, home: string): Promise<PrivateRedis | null> =>
  startPrivateRedis(program, home).catch(() => null)
