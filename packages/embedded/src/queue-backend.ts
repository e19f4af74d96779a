import { startPrivateRedis } from './private-redis.ts'
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
  const reasons: string[] = []
  const attempt = async (from: string, find: () => Promise<RedisProgram>): Promise<QueueBackend | null> => {
    try {
      const { url, stop } = await startPrivateRedis(await find(), home)
      return { kind: 'redis', url, from, stop }
    } catch (error) {
      reasons.push(`${from}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
      return null
    }
  }
  const installed = installedRedis(path)
  return (
    (installed && (await attempt(installed.command, async () => installed))) ??
    (await attempt("a private copy of the distribution's Redis", () => unpackedRedis(home, path))) ?? {
      kind: 'postgres',
      from: `PostgreSQL, since no Redis could be had (${reasons.join('; ')})`,
      stop: async () => {},
    }
  )
}
