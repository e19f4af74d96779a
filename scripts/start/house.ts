import { spawnSync } from 'node:child_process'
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
  // Others may pass through, as the embedded PostgreSQL of root must, but neither list nor read.
  for (const folder of [path, join(path, 'logs'), join(path, 'clones')])
    mkdirSync(folder, { recursive: true, mode: folder === path ? 0o711 : 0o700 })
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

/**
 * Takes the house for this start; only one can have it.
 * @returns the address of the start that has it already, or null.
 */
export function occupy(house: House, url: string): string | null {
  const file = noteOf(house)
  try {
    writeFileSync(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600, flag: 'wx' })
    return null
  } catch {
    const other: { url: string; pid: number } = JSON.parse(readFileSync(file, 'utf8'))
    if (isStart(other.pid)) return other.url
    // Of a start that was killed.
    rmSync(file, { force: true })
    return occupy(house, url)
  }
}

export const vacate = (house: House) => rmSync(noteOf(house), { force: true })

const noteOf = ({ path }: House) => join(path, 'running.json')

/** Whether a process is a start: its number alone may be somebody else's by now. */
const isStart = (pid: number) =>
  spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('start.mjs')
