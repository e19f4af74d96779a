import { join } from 'node:path'
import { runWorkerService } from '@assay/queue'
import { readEnv } from '@assay/runtime'
import packageJson from '../package.json' with { type: 'json' }
import { collectorEnv } from './collector-env.ts'

const env = readEnv(collectorEnv)

await runWorkerService({
  name: 'collector',
  version: packageJson.version,
  handlersDirectory: join(import.meta.dirname, 'handlers'),
  createDeps: ({ db }) => ({
    db,
    cacheDirectory: env.ASSAY_CLONES,
    allowLocal: env.ASSAY_ALLOW_LOCAL_SOURCES,
    environment: process.env,
    token: env.GITHUB_TOKEN,
  }),
})
