import { join } from 'node:path'
import { runWorkerService } from '@assay/queue'
import { readEnv } from '@assay/runtime'
import packageJson from '../package.json' with { type: 'json' }
import { collectorEnv } from './collector-env.ts'
import { gitHubAuth } from './github/access.ts'
import { openRateBudget } from './github/open-rate-budget.ts'
import { createSourceLocations } from './source-location.ts'

const env = readEnv(collectorEnv)

await runWorkerService({
  name: 'collector',
  version: packageJson.version,
  handlersDirectory: join(import.meta.dirname, 'handlers'),
  createDeps: ({ db, logger }) => ({
    db,
    locations: createSourceLocations(env.GITHUB_URL),
    cacheDirectory: env.ASSAY_CLONES,
    allowLocal: env.ASSAY_ALLOW_LOCAL_SOURCES,
    allowPrivate: env.ASSAY_ALLOW_PRIVATE_SOURCES,
    environment: process.env,
    gitHub: {
      auth: gitHubAuth(env),
      apiUrl: env.GITHUB_API_URL,
      gitUrl: env.GITHUB_URL,
      transport: env.ASSAY_GITHUB_TRANSPORT,
      ...openRateBudget({ redisUrl: env.REDIS_URL, prefix: env.QUEUE_PREFIX, logger }),
    },
  }),
  closeDeps: ({ gitHub }) => gitHub.closeBudget(),
})
