import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApiKey, type Database, ensureWorkspace, findApiKey } from '@assay/db'

/** The folder that holds everything a start leaves behind. */
export type House = {
  readonly path: string
  readonly logs: string
  readonly clones: string
  sessionSecret(): string
}

const WORKSPACE = 'default'

export function openHouse(path: string): House {
  for (const folder of [path, join(path, 'logs'), join(path, 'clones')])
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    path,
    logs: join(path, 'logs'),
    clones: join(path, 'clones'),
    sessionSecret() {
      const file = join(path, 'session-secret')
      if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
      return readFileSync(file, 'utf8')
    },
  }
}

/** The key to this Assay: the one of the last start if it still works, else a new one. Kept for scripts and people. */
export async function keepCredentials(house: House, db: Database, url: string): Promise<string> {
  const file = join(house.path, 'credentials.json')
  const known: { apiKey?: string } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const works = known.apiKey !== undefined && (await findApiKey(db, known.apiKey)) !== undefined
  const apiKey = works && known.apiKey ? known.apiKey : await newKey(db)
  writeFileSync(file, `${JSON.stringify({ url, apiKey }, null, 2)}\n`, { mode: 0o600 })
  return apiKey
}

async function newKey(db: Database): Promise<string> {
  await ensureWorkspace(db, { id: WORKSPACE, name: 'Default' })
  return (await createApiKey(db, { workspace: WORKSPACE, name: 'npm start', scopes: ['admin'] })).key
}

/** Says that a start is running here. @returns where the one that runs already answers, or null. */
export async function occupy(house: House, url: string): Promise<string | null> {
  const file = join(house.path, 'running.json')
  if (existsSync(file)) {
    const { url: other, pid }: { url: string; pid: number } = JSON.parse(readFileSync(file, 'utf8'))
    const answers = await fetch(`${other}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers && pid !== process.pid) return other
  }
  writeFileSync(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 })
  return null
}

export const vacate = (house: House) => rmSync(join(house.path, 'running.json'), { force: true })
