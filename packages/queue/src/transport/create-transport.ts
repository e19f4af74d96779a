import type { Logger } from '@assay/runtime'
import { createPostgresTransport } from './postgres.ts'
import { createRedisTransport } from './redis.ts'
import type { Transport } from './transport.ts'

/** Redis when there is one, else the database itself. */
export const createTransport = ({
  redisUrl,
  databaseUrl,
  prefix,
  logger,
}: {
  redisUrl?: string | undefined
  databaseUrl: string
  prefix: string
  logger: Logger
}): Promise<Transport> =>
  redisUrl
    ? createRedisTransport({ redisUrl, prefix, logger })
    : createPostgresTransport({ databaseUrl, prefix, logger })
