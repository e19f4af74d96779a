import { assessVectors, type VectorReport } from '../analytics/assess-vectors.ts'
import { type ChunkShape, describeChunks } from '../analytics/describe-chunks.ts'
import type { MeasuredChunk, TokenBudget } from '../chunkers/pack-chunks.ts'
import type { EmbedTexts } from '../chunkers/semantic-structure.ts'
import { type ChunkStrategy, chunkStrategies, createStrategyChunker } from '../chunkers/strategies.ts'
import { adoptModel } from '../lsa/model-artifact.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { foldInAll } from '../lsa/train-lsa.ts'
import { buildIndex } from '../ranking/index-builder.ts'
import { countsOf } from '../ranking/search-index.ts'

export type SampleText = { readonly documentType: string; readonly text: string }

export type StrategyReport = ChunkShape & {
  readonly strategy: ChunkStrategy
  /** Texts that were cut. */
  readonly texts: number
  /** How the model's vectors of the chunks lie, also for each type of document; null without chunks. */
  readonly vectors: Pick<
    VectorReport,
    'rows' | 'sampledRows' | 'cosines' | 'anisotropy' | 'duplicates' | 'groups'
  > | null
}

type Cut = { readonly documentType: string; readonly text: string; readonly chunks: readonly MeasuredChunk[] }

const SEED = 1
/** All strategies together compare about a million pairs. */
const ROWS_COMPARED = 600
const ROWS_COMPARED_OF_TYPE = 300

/**
 * Cuts the same texts by every strategy and gives the chunks a trained model's vectors: what would be found of them if
 * that strategy were used. Nothing of it is stored but the report, which is plain JSON.
 * @param bytes of the model. @param embed tells the semantic strategy which sentences are alike.
 */
export const assessStrategies = async (
  texts: readonly SampleText[],
  { bytes, budget, embed }: { bytes: Uint8Array; budget: TokenBudget; embed: EmbedTexts },
): Promise<StrategyReport[]> => {
  const reports: StrategyReport[] = []
  for (const strategy of chunkStrategies) {
    const { chunk } = createStrategyChunker(strategy, budget, embed)
    const cuts: Cut[] = []
    for (const { documentType, text } of texts) cuts.push({ documentType, text, chunks: await chunk(text) })
    reports.push({ strategy, texts: texts.length, ...describeChunks(cuts), vectors: assessCuts(cuts, bytes) })
  }
  return reports
}

const assessCuts = (cuts: readonly Cut[], bytes: Uint8Array): StrategyReport['vectors'] => {
  const all = cuts.flatMap(({ documentType, chunks }) => chunks.map(({ text }) => ({ documentType, text })))
  if (all.length === 0) return null
  const { rows, sampledRows, cosines, anisotropy, duplicates, groups } = assessVectors(
    {
      vectors: vectorsOf(
        all.map(({ text }) => text),
        bytes,
      ),
      adjacentPairs: adjacentRows(cuts.map(({ chunks }) => chunks.length)),
      groups: { documentType: all.map(({ documentType }) => documentType) },
    },
    { seed: SEED, sampleSize: ROWS_COMPARED, groupSampleSize: ROWS_COMPARED_OF_TYPE },
  )
  return { rows, sampledRows, cosines, anisotropy, duplicates, groups }
}

/** A row for each text, in their order. */
const vectorsOf = (texts: readonly string[], bytes: Uint8Array): DenseMatrix => {
  const index = buildIndex(texts.map((text, row) => ({ id: String(row), text })))
  const { rows, columns, values } = foldInAll(adoptModel(bytes, index), countsOf(index))
  const ordered = new Float32Array(values.length)
  for (const [row, id] of index.ids.entries())
    ordered.set(values.subarray(row * columns, (row + 1) * columns), Number(id) * columns)
  return { rows, columns, values: ordered }
}

/** Each row with the next one, within runs of the given lengths. */
const adjacentRows = (lengths: readonly number[]): Uint32Array => {
  const pairs: number[] = []
  let row = 0
  for (const length of lengths) {
    for (let at = 1; at < length; at += 1) pairs.push(row + at - 1, row + at)
    row += length
  }
  return Uint32Array.from(pairs)
}
