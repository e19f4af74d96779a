import {
  canIndexVectors,
  countPassages,
  type Database,
  loadPassages,
  loadServingModel,
  loadVectors,
  readPassagesState,
  readVectorIndex,
  readWordIndexState,
} from '@assay/db'
import {
  createPassageSearch,
  createStoredSearch,
  openLsaEmbedder,
  type SearchPage,
  type SearchRequest,
  type StoredModel,
  toPassage,
} from '@assay/retrieval'
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

type ServingModel = NonNullable<Awaited<ReturnType<typeof loadServingModel>>>

/** Opens the index in the database where it is complete and the workspace large, and one in memory otherwise. */
export const openIndex = async (db: Database, workspace: string, largeFrom: number): Promise<OpenIndex> => {
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

const openInDatabase = async (db: Database, workspace: string, model: ServingModel): Promise<OpenIndex | null> => {
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

const openInMemory = async (db: Database, workspace: string, model: ServingModel | undefined): Promise<OpenIndex> => {
  // Read before the passages: what changes in between is seen as a change later.
  const state = await readPassagesState(db, workspace)
  const passages = (await loadPassages(db, workspace)).map(toPassage)
  // Until there is a model, words and feedback have to do.
  const { search } = createPassageSearch(passages, {
    ranker: model ? 'fused' : 'feedback',
    model: model && (await readModel(db, model)),
  })
  return {
    where: 'memory',
    state,
    passages: passages.length,
    askedModel: model && isAsked(model) ? model.hash : null,
    search,
  }
}

const readModel = async (db: Database, model: ServingModel): Promise<StoredModel> => {
  const measured = model.measured ?? undefined
  return isAsked(model)
    ? { measured, dimensions: model.dimensions, vectors: await readVectors(db, model.id) }
    : { measured, bytes: model.bytes }
}

const AT_ONCE = 2_000

/** Part by part, as numbers take less room than the rows that bring them. */
const readVectors = async (db: Database, modelId: string): Promise<Map<string, Float32Array>> => {
  const vectors = new Map<string, Float32Array>()
  for (let after = '0'; ; ) {
    const rows = await loadVectors(db, modelId, { after, limit: AT_ONCE })
    for (const { id, embedding } of rows) vectors.set(id, Float32Array.from(embedding))
    const last = rows.at(-1)
    if (!last) return vectors
    after = last.id
  }
}
