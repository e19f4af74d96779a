import { join } from 'node:path'
import { runWorkerService } from '@assay/queue'
import packageJson from '../package.json' with { type: 'json' }

await runWorkerService({
  name: 'scorer',
  version: packageJson.version,
  handlersDirectory: join(import.meta.dirname, 'handlers'),
  createDeps: ({ db }) => ({ db }),
})
