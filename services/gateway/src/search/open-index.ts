import {
  canIndexVectors,
  countPassages,
  loadServingModel,
  loadVectors,
  readPassagePages,
  readPassagesState,
  readVectorIndex,
  readWordIndexState,
  type SearchDatabase,
  type ServingModel,
} from '@assay/db/search'
import {
  collectPassages,
  createStoredSearch,
  openLsaEmbedder,
  type PassageCollection,
  type SearchPage,
  type SearchRequest,
  type StoredModel,
  toPassage,
} from '@assay/retrieval/search'
import { openStoredIndex } from './open-stored-index.ts'

/** One state of a workspace, ready to be searched. */
export type OpenIndex = {
  readonly where: 'memory' | 'database'
  readonly state: string
  readonly passages: number
  /** The hash of the model behind an address that has to be asked for the vectors of queries. */
  readonly askedModel: string | null
  search(request: SearchRequest): SearchPage | Promise<SearchPage>
}

/** Opens the index in the database where it is complete and the workspace large, and one in memory otherwise. */
export const openIndex = async (db: SearchDatabase, workspace: string, largeFrom: number): Promise<OpenIndex> => {
  const model = await loadServingModel(db, workspace)
  const isStored =
    model !== undefined &&
    (await countPassages(db, workspace)) >= largeFrom &&
    (await canIndexVectors(db)) &&
    (await readVectorIndex(db, model)) === 'ready'
  return (isStored && (await openInDatabase(db, workspace, model))) || openInMemory(db, workspace, model)
}

/** A model behind an address has no bytes here. */
const isAsked = (model: ServingModel): boolean => model.bytes.length === 0

const openInDatabase = async (
  db: SearchDatabase,
  workspace: string,
  model: ServingModel,
): Promise<OpenIndex | null> => {
  const state = await readWordIndexState(db, workspace)
  const index = await openStoredIndex(db, workspace, { ...model, measured: model.measured ?? undefined })
  if (index.lengths.ids.length === 0) return null
  const { search } = createStoredSearch(index)
  const embedder = isAsked(model) ? null : openLsaEmbedder(model.bytes)
  return {
    where: 'database',
    state,
    passages: index.lengths.ids.length,
    askedModel: isAsked(model) ? model.hash : null,
    search: async (request) =>
      search(embedder ? { ...request, vector: await embedder.embedQuery(request.query) } : request),
  }
}

const openInMemory = async (
  db: SearchDatabase,
  workspace: string,
  model: ServingModel | undefined,
): Promise<OpenIndex> => {
  // Read before the passages: what changes in between is seen as a change later.
  const state = await readPassagesState(db, workspace)
  const passages = await readAll(db, workspace)
  // Until there is a model, words and feedback have to do.
  const { search } = passages.search({
    ranker: model ? 'fused' : 'feedback',
    model: model && (await readModel(db, model)),
  })
  return {
    where: 'memory',
    state,
    passages: passages.size(),
    askedModel: model && isAsked(model) ? model.hash : null,
    search,
  }
}

/** Rows read at once; what is kept of them is far smaller. */
const ROWS_AT_ONCE = 1_000

const readAll = async (db: SearchDatabase, workspace: string): Promise<PassageCollection> => {
  const passages = collectPassages()
  await db.transaction(async (tx) => {
    // What changes while pages are read is of the next state.
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    for await (const rows of readPassagePages(tx, workspace, ROWS_AT_ONCE))
      for (const row of rows) passages.add(toPassage(row))
  })
  return passages
}

const readModel = async (db: SearchDatabase, model: ServingModel): Promise<StoredModel> => {
  const measured = model.measured ?? undefined
  return isAsked(model)
    ? { measured, dimensions: model.dimensions, vectors: await readVectors(db, model.id) }
    : { measured, bytes: model.bytes }
}

const VECTORS_AT_ONCE = 2_000

/** Part by part, as numbers take less room than the rows that bring them. */
const readVectors = async (db: SearchDatabase, modelId: string): Promise<Map<string, Float32Array>> => {
  const vectors = new Map<string, Float32Array>()
  for (let after = '0'; ; ) {
    const rows = await loadVectors(db, modelId, { after, limit: VECTORS_AT_ONCE })
    for (const { id, embedding } of rows) vectors.set(id, Float32Array.from(embedding))
    const last = rows.at(-1)
    if (!last) return vectors
    after = last.id
  }
}
