import { type Chunker, type ChunkerOptions, createChunker } from './create-chunker.ts'
import type { TokenBudget } from './pack-chunks.ts'
import type { EmbedTexts } from './semantic-structure.ts'

/** Under which names people compare ways to cut, each with the chunker that does it. */
const kindOf = {
  fixed: 'tokens',
  sentence: 'sentence',
  recursive: 'markdown',
  code: 'code',
  diff: 'diff',
  semantic: 'semantic',
} as const satisfies Record<string, ChunkerOptions['kind']>

export type ChunkStrategy = keyof typeof kindOf

export const chunkStrategies = Object.keys(kindOf) as readonly ChunkStrategy[]

/** @throws RangeError when the budget makes no sense. */
export const createStrategyChunker = (strategy: ChunkStrategy, budget: TokenBudget, embed: EmbedTexts): Chunker => {
  const kind = kindOf[strategy]
  return createChunker(kind === 'semantic' ? { ...budget, kind, embed } : { ...budget, kind })
}
