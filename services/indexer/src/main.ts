import { join } from 'node:path'
import { openExtractor } from '@assay/documents'
import { runWorkerService } from '@assay/queue'
import { createHashedEmbedder } from '@assay/retrieval'
import packageJson from '../package.json' with { type: 'json' }

await runWorkerService({
  name: 'indexer',
  version: packageJson.version,
  handlersDirectory: join(import.meta.dirname, 'handlers'),
  createDeps: ({ db, databaseUrl }) => ({
    db,
    databaseUrl,
    embedder: createHashedEmbedder(),
    extractor: openExtractor(),
  }),
  closeDeps: ({ extractor }) => extractor.close(),
})
