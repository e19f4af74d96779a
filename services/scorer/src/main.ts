import { join } from 'node:path'
import { runWorkerService } from '@assay/queue'
import { loadModels } from '@assay/value'
import packageJson from '../package.json' with { type: 'json' }

const models = await loadModels()

await runWorkerService({
  name: 'scorer',
  version: packageJson.version,
  handlersDirectory: join(import.meta.dirname, 'handlers'),
  createDeps: ({ db }) => ({ db, models }),
})
