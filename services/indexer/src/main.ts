import { join } from 'node:path'
import { openExtractor } from '@assay/documents'
import { runWorkerService } from '@assay/queue'
import { embedderOfEnv } from '@assay/retrieval'
import { readEnv, searchEnv } from '@assay/runtime'
import packageJson from '../package.json' with { type: 'json' }
import { indexerEnv } from './indexer-env.ts'

const env = readEnv(indexerEnv.extend(searchEnv.shape))

await runWorkerService({
  name: 'indexer',
  version: packageJson.version,
  handlersDirectory: join(import.meta.dirname, 'handlers'),
  createDeps: ({ db, databaseUrl }) => ({
    db,
    databaseUrl,
    askedEmbedder: embedderOfEnv(env),
    largeFrom: env.ASSAY_SEARCH_IN_DATABASE_FROM,
    extractor: openExtractor({ readers: env.ASSAY_READERS, ocrLanguages: env.ASSAY_OCR_LANGUAGES }),
  }),
  closeDeps: ({ extractor }) => extractor.close(),
})
