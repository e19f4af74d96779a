import type { PassageEmbedder } from './embedder.ts'
import { createHashedEmbedder } from './hashed-embedder.ts'
import { createHttpEmbedder } from './http-embedder.ts'

/** The settings of `searchEnv` that are about embeddings. */
export type EmbeddingsEnv = {
  readonly ASSAY_EMBEDDINGS_URL?: string | undefined
  readonly ASSAY_EMBEDDINGS_MODEL: string
  readonly ASSAY_EMBEDDINGS_KEY?: string | undefined
  readonly ASSAY_EMBEDDINGS_DIMENSIONS: number
  readonly ASSAY_EMBEDDINGS_SHORTENED: boolean
  readonly ASSAY_EMBEDDINGS_USD_PER_MILLION_TOKENS: number
}

/** The model that needs nothing, told by its name where no address is. */
const HASHED = 'hashed'

/** The same in every process that is told the same: who embeds queries has to be who embedded the passages. */
export const embedderOfEnv = (env: EmbeddingsEnv): PassageEmbedder | undefined => {
  if (!env.ASSAY_EMBEDDINGS_URL) return env.ASSAY_EMBEDDINGS_MODEL === HASHED ? createHashedEmbedder() : undefined
  return createHttpEmbedder({
    url: env.ASSAY_EMBEDDINGS_URL,
    model: env.ASSAY_EMBEDDINGS_MODEL,
    key: env.ASSAY_EMBEDDINGS_KEY,
    dimensions: env.ASSAY_EMBEDDINGS_DIMENSIONS,
    shortened: env.ASSAY_EMBEDDINGS_SHORTENED,
    usdPerMillionTokens: env.ASSAY_EMBEDDINGS_USD_PER_MILLION_TOKENS,
  })
}
