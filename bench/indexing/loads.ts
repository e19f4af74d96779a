import { listJobs } from '@assay/db'
import { type EmbeddedStack, until, WORKSPACE } from '../embedded-stack.ts'

export type IndexedLoad = {
  readonly name: string
  readonly passages: number
  /** From the first request until every job but training has succeeded. */
  readonly storedSeconds: number
  /** … and until a search answers over all passages. */
  readonly searchableSeconds: number
}

export type MadeFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** As many as one request may hold. */
const PER_REQUEST = 20
const UPLOADS_AT_ONCE = 2
const WITHIN_MS = 600_000

/** Lets every service do what it will do once before: the first document loads its reader, the first text the tokens. */
export async function warmUp(stack: EmbeddedStack, file: MadeFile, clone: string): Promise<void> {
  await indexDocuments(stack, 'one document', [file])
  await indexPullRequests(stack, 'a few pull requests', clone)
}

export async function indexDocuments(
  stack: EmbeddedStack,
  name: string,
  files: readonly MadeFile[],
): Promise<IndexedLoad> {
  const before = await storedPassages(stack)
  const started = performance.now()
  const forms = Array.from({ length: Math.ceil(files.length / PER_REQUEST) }, (_, at) => {
    const form = new FormData()
    for (const file of files.slice(at * PER_REQUEST, (at + 1) * PER_REQUEST))
      form.append('file', new Blob([file.bytes]), file.name)
    return form
  })
  const upload = async () => {
    for (let form = forms.pop(); form; form = forms.pop()) await stack.call('POST', '/documents', form)
  }
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, upload))
  return whenSearchable(stack, { name, started, before })
}

export async function indexPullRequests(stack: EmbeddedStack, name: string, clone: string): Promise<IndexedLoad> {
  const before = await storedPassages(stack)
  const started = performance.now()
  await stack.call('POST', '/jobs', { kind: 'collect', payload: { source: clone } })
  return whenSearchable(stack, { name, started, before })
}

async function whenSearchable(
  stack: EmbeddedStack,
  { name, started, before }: { name: string; started: number; before: number },
): Promise<IndexedLoad> {
  const since = () => (performance.now() - started) / 1_000
  await until(async () => (await openJobs(stack)) === 0, WITHIN_MS)
  const storedSeconds = since()
  const passages = await storedPassages(stack)
  await until(async () => {
    const found = await stack.call<{ passages: number }>('POST', '/search', { query: 'budget of the release' })
    return found.passages === passages
  }, WITHIN_MS)
  return { name, passages: passages - before, storedSeconds, searchableSeconds: since() }
}

const openJobs = async ({ db }: EmbeddedStack): Promise<number> => {
  const states = ['scheduled', 'queued', 'running', 'retrying', 'failed'] as const
  const open = await listJobs(db, WORKSPACE, { states }, { before: null, limit: 20 })
  const failed = open.find(({ state }) => state === 'failed')
  if (failed) throw new Error(`A ${failed.kind} job failed: ${JSON.stringify(failed.error)}`)
  return open.filter(({ kind }) => kind !== 'train').length
}

/** What the jobs that index say they stored. */
const storedPassages = async ({ db }: EmbeddedStack): Promise<number> => {
  const kinds = await Promise.all(
    ['index', 'index-document'].map((kind) => listJobs(db, WORKSPACE, { kind }, { before: null, limit: 10_000 })),
  )
  return kinds.flat().reduce((sum, { result }) => sum + Number((result as { chunks?: number } | null)?.chunks ?? 0), 0)
}
