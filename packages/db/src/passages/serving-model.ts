import type { Queries } from '../open-pool.ts'

export type ServingModel = {
  id: string
  dimensions: number
  hash: string
  /** Empty where the model is behind an address. */
  bytes: Buffer
  /** How well it found held-out passages. */
  measured: { words: number; meaning: number; queries: number } | null
}

/** The model that serves, with its bytes. */
export async function loadServingModel(sql: Queries, workspace: string): Promise<ServingModel | undefined> {
  const [row] = await sql.query<ServingModel>(
    `SELECT id, dimensions, hash, bytes, measured FROM models WHERE workspace = $1 AND state = 'serving'`,
    [workspace],
  )
  return row
}
