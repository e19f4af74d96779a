export { type Chunk, type ChunkOptions, chunkText } from './chunkers/chunk-text.ts'
export { createHashedEmbedder, type Embedder, type EmbedderVersion } from './embedders/hashed-embedder.ts'
export { pullRequestText } from './pull-request-text.ts'
