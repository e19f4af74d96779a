import { expect, test } from '@jest/globals'
import { embedderOfEnv } from './embedder-of-env.ts'

const env = {
  ASSAY_EMBEDDINGS_MODEL: 'default',
  ASSAY_EMBEDDINGS_DIMENSIONS: 1_536,
  ASSAY_EMBEDDINGS_SHORTENED: false,
  ASSAY_EMBEDDINGS_USD_PER_MILLION_TOKENS: 0,
}

test('without a word models are trained here', () => {
  expect(embedderOfEnv(env)).toBeUndefined()
})

test('the model that needs nothing is chosen by its name', () => {
  expect(embedderOfEnv({ ...env, ASSAY_EMBEDDINGS_MODEL: 'hashed' })?.version).toMatchObject({
    name: 'hashed-features/1',
    dimensions: 384,
  })
})

test('behind an address a name is that of a model there, whatever it is', () => {
  const there = { ...env, ASSAY_EMBEDDINGS_URL: 'http://127.0.0.1:9/v1', ASSAY_EMBEDDINGS_MODEL: 'hashed' }
  expect(embedderOfEnv(there)?.version.dimensions).toBe(1_536)
})
