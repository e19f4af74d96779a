import { assessVectors, type VectorReport } from '../analytics/assess-vectors.ts'
import { type ModelArtifact, packModel } from '../lsa/model-artifact.ts'
import { foldInAll } from '../lsa/train-lsa.ts'
import { trainMeaning } from '../ranking/fused-search.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { countsOf } from '../ranking/search-index.ts'
import { indexPassages } from './index-passages.ts'
import { measureRecentDrift, type RecentDrift } from './measure-recent-drift.ts'
import type { Passage } from './passage.ts'

export type PassageModel = ModelArtifact & {
  readonly dimensions: number
  readonly passages: number
  /** How well beginnings of passages find the rest of them, by words and by meaning; none for too small a corpus. */
  readonly measured: MeaningMeasured | undefined
  /** How sound, crowded, one-sided and doubled the vectors of the passages are. */
  readonly quality: VectorReport & { readonly recentDrift: RecentDrift | null }
}

const SEED = 1
/** More passages teach little more, and take time and memory in proportion. */
const MOST_LEARNED_FROM = 20_000

/**
 * Trains a model of meaning on passages, judges it on held-out queries, and looks at the vectors that it gives.
 * @param documentTypes of the documents among the sources, by id.
 */
export const trainPassageModel = (
  all: readonly Passage[],
  {
    dimensions = 256,
    documentTypes = new Map(),
  }: { readonly dimensions?: number; readonly documentTypes?: ReadonlyMap<string, string> } = {},
): PassageModel => {
  const passages = evenly(all, MOST_LEARNED_FROM)
  const index = indexPassages(passages)
  const { model, measured } = trainMeaning(index, { dimensions, seed: SEED })
  const vectors = foldInAll(model, countsOf(index))
  const rows = new Map(index.ids.map((id, row) => [id, row]))
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const inRows = index.ids.flatMap((id) => byId.get(id) ?? [])
  return {
    ...packModel(index, model),
    dimensions: model.dimensions,
    passages: all.length,
    measured,
    quality: {
      ...assessVectors(
        {
          vectors,
          dimensions: model.dimensions,
          adjacentPairs: adjacentPairs(passages, rows),
          groups: {
            source: inRows.map(({ source }) => source),
            documentType: inRows.map(({ source, sourceId }) => documentTypes.get(sourceId) ?? source),
          },
        },
        { seed: SEED },
      ),
      recentDrift: measureRecentDrift(passages, vectors, (id) => rows.get(id) ?? 0),
    },
  }
}

/** As many as that from all over the list. */
const evenly = <T>(values: readonly T[], most: number): readonly T[] =>
  values.length <= most
    ? values
    : Array.from({ length: most }, (_, at) => values[Math.floor((at * values.length) / most)]).filter(
        (value) => value !== undefined,
      )

/** Rows of passages that follow each other in one source. */
const adjacentPairs = (passages: readonly Passage[], rows: ReadonlyMap<string, number>): Uint32Array => {
  const bySource = Map.groupBy(passages, ({ sourceId }) => sourceId)
  const pairs = [...bySource.values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => a.start - b.start).map(({ id }) => rows.get(id) ?? 0)
    return inOrder.slice(1).flatMap((row, at) => [inOrder[at] ?? 0, row])
  })
  return Uint32Array.from(pairs)
}
