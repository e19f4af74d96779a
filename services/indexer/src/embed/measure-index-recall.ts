import { type Database, type IndexedModel, nearestPassages, sampleVectors } from '@assay/db'
import { type NeighbourRecall, neighbourRecall } from '@assay/retrieval'

const K = 10
const QUERIES = 200
/** The exact neighbours are looked for among so many at most: as many vectors as fit into some hundred MB. */
const MOST_NUMBERS = 50_000_000

/**
 * How many of the ten nearest passages the index of a model finds, asked for passages of its own. Of a corpus that does not
 * fit into memory a sample is looked through, and of what the index finds that which is in the sample counts.
 */
export const measureIndexRecall = async (db: Database, model: IndexedModel): Promise<NeighbourRecall> => {
  const { dimensions } = model
  const rows = await sampleVectors(db, model.id, Math.floor(MOST_NUMBERS / dimensions))
  const values = new Float32Array(rows.length * dimensions)
  const places = new Map<string, number>()
  for (const [at, { id, embedding }] of rows.entries()) {
    values.set(embedding, at * dimensions)
    places.set(id, at)
  }
  const asked = rows.slice(0, QUERIES)
  const found: number[][] = []
  for (const at of asked.keys()) {
    const vector = values.subarray(at * dimensions, (at + 1) * dimensions)
    // As many more as the sample leaves out.
    const nearest = await nearestPassages(db, model, vector, { limit: 200 })
    found.push(nearest.flatMap(({ id }) => places.get(id) ?? []).filter((place) => place !== at))
  }
  return neighbourRecall({
    vectors: { rows: rows.length, columns: dimensions, values },
    queries: { rows: asked.length, columns: dimensions, values: values.subarray(0, asked.length * dimensions) },
    found,
    except: asked.map((_, at) => at),
    k: K,
  })
}
