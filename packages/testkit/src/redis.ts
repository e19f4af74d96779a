import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processGone, startPrivateRedis } from '@assay/embedded'

/** The run's Redis; undefined where none could be had. Tests keep apart by their queue prefix. */
export const testRedisUrl = (): string | undefined => process.env.ASSAY_TEST_REDIS

export type OwnRedis = {
  readonly url: string
  /** As a power cut would: no last words. */
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A Redis for one test alone, to be emptied or killed. Undefined where none could be had. */
export async function ownRedis(): Promise<OwnRedis | undefined> {
  const program = process.env.ASSAY_TEST_REDIS_PROGRAM
  if (!program) return undefined
  const home = await mkdtemp(join(tmpdir(), 'assay-redis-'))
  let redis = await startPrivateRedis(JSON.parse(program), home)
  return {
    url: redis.url,
    async kill() {
      process.kill(redis.pid, 'SIGKILL')
      await processGone(redis.pid, 5_000)
    },
    async restart() {
      redis = await startPrivateRedis(JSON.parse(program), home)
    },
    async stop() {
      await redis.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
