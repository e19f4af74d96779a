import { canIndexVectors, type Database, ensureWorkspace, indexTrigrams, migrate, openDatabase } from '@assay/db'

export const WORKSPACE = 'bench'
export const MODEL = '00000000-0000-4000-8000-000000000001'

/** A database of one size, with what its filling took, so that it can be asked again without being filled again. */
export type ScaleDatabase = Database & { readonly url: string }

const nameOf = (size: number) => `assay_bench_search_scale_${size}`

const urlOf = (server: string, size: number): string => {
  const url = new URL(server)
  url.pathname = `/${nameOf(size)}`
  return url.href
}

/** Opens the database of a size, which is made where it is not there. */
export const openScaleDatabase = async (
  server: string,
  size: number,
  { dimensions }: { dimensions: number },
): Promise<ScaleDatabase> => {
  const admin = openDatabase({ url: server, poolSize: 1 })
  const isThere = await admin.query('SELECT FROM pg_database WHERE datname = $1', [nameOf(size)])
  if (isThere.length === 0) await admin.query(`CREATE DATABASE ${nameOf(size)}`)
  await admin.close()
  const url = urlOf(server, size)
  await migrate(url)
  const db = openDatabase({ url, poolSize: 4 })
  if (!(await canIndexVectors(db))) throw new Error('This PostgreSQL has no pgvector of 0.7 or later')
  await indexTrigrams(db)
  await ensureWorkspace(db, { id: WORKSPACE, name: WORKSPACE })
  await db.query(
    `INSERT INTO models (id, workspace, name, dimensions, passages, terms, hash, state, quality, bytes)
     VALUES ($1, $2, 'synthetic', $3, 0, 0, '', 'serving', '{}', '') ON CONFLICT DO NOTHING`,
    [MODEL, WORKSPACE, dimensions],
  )
  await db.query('CREATE TABLE IF NOT EXISTS bench_steps (step text PRIMARY KEY, seconds float8 NOT NULL)')
  return { ...db, url }
}

export const dropScaleDatabase = async (server: string, size: number): Promise<void> => {
  const admin = openDatabase({ url: server, poolSize: 1 })
  await admin.query(`DROP DATABASE IF EXISTS ${nameOf(size)} WITH (FORCE)`)
  await admin.close()
}

/** Does a step of filling unless it was done before. @returns the seconds that it took then. */
export const stepOnce = async (db: Database, step: string, work: () => Promise<unknown>): Promise<number> => {
  const [done] = await db.query<{ seconds: number }>('SELECT seconds FROM bench_steps WHERE step = $1', [step])
  if (done) return done.seconds
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1_000
  await db.query('INSERT INTO bench_steps VALUES ($1, $2)', [step, seconds])
  return seconds
}
