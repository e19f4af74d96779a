import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { findPostgresHome, type PostgresHome } from './postgres-home.ts'
import { isAlive, processGone, waitUntil } from './wait-until.ts'

export type EmbeddedPostgres = {
  readonly url: string
  stop(): Promise<void>
  /** Stops it and removes what it keeps outside of its home, which is the caller's to remove. */
  discard(): Promise<void>
}

type Access = { port: number; password: string }

const USER = 'assay'
/** Upper and lower case beyond ASCII, without depending on what the system has installed. */
const TEXT = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 20_000

/**
 * Starts a PostgreSQL of our own, with its data under `home`, on a loopback port of its own. A second start finds the
 * same data; one that a crash left running is taken over.
 * @param isDurable false skips syncing to disk: for data that nobody will miss.
 */
export async function startEmbeddedPostgres({
  home,
  database = 'assay',
  isDurable = true,
}: {
  home: string
  database?: string
  isDurable?: boolean
}): Promise<EmbeddedPostgres> {
  const place = findPostgresHome(home)
  const accessFile = join(home, 'postgres.json')
  const data = join(place.folder, 'data')
  const access = existsSync(join(data, 'PG_VERSION')) ? readAccess(accessFile) : initialise(place, data, accessFile)

  const leftRunning = runningPostmaster(data)
  if (!leftRunning) {
    access.port = await freePort(access.port)
    writeAccess(accessFile, access)
    // Of a server that is gone, however alive the process may be that has its number now.
    rmSync(join(data, 'postmaster.pid'), { force: true })
  }
  const child = leftRunning ? undefined : launch(place, data, access.port, isDurable)
  const urlTo = (name: string) => `postgres://${USER}:${access.password}@127.0.0.1:${access.port}/${name}`

  const stop = async () => {
    const pid = runningPostmaster(data) ?? child?.pid
    if (!pid || !isAlive(pid)) return
    // SIGINT is the fast shutdown: clients are cut off, everything committed is kept.
    process.kill(pid, 'SIGINT')
    await processGone(pid, STOP_TIMEOUT_MS)
  }
  try {
    await waitUntil(async () => {
      if (child && child.exitCode !== null) {
        throw new Error(`PostgreSQL ended at once; its log is ${join(place.folder, 'log')}`)
      }
      await createDatabase(urlTo('postgres'), database)
    }, START_TIMEOUT_MS)
  } catch (error) {
    if (child) await stop()
    throw error
  }
  return {
    url: urlTo(database),
    stop,
    async discard() {
      await stop()
      place.discard()
    },
  }
}

function initialise(place: PostgresHome, data: string, accessFile: string): Access {
  const access = { port: 0, password: randomBytes(24).toString('base64url') }
  writeAccess(accessFile, access)
  // Made aside and moved when it is whole: a start that is cut off here leaves nothing that looks like data.
  const partial = `${data}.partial`
  rmSync(partial, { recursive: true, force: true })
  const passwordFile = join(place.folder, 'password')
  writeFileSync(passwordFile, access.password, { mode: 0o600 })
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid)
  const initdb = spawnSync(
    join(place.programs, 'bin/initdb'),
    ['-D', partial, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...TEXT],
    { ...place.runAs, cwd: '/', encoding: 'utf8', env: programEnv(place) },
  )
  rmSync(passwordFile)
  if (initdb.status !== 0) throw new Error(`PostgreSQL's data could not be set up: ${initdb.stderr || initdb.error}`)
  renameSync(partial, data)
  return access
}

function launch(place: PostgresHome, data: string, port: number, isDurable: boolean): ChildProcess {
  const log = openSync(join(place.folder, 'log'), 'a')
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: '128MB',
    // Everything here is small; waiting for parallel workers costs more than it brings.
    max_parallel_workers_per_gather: 0,
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const child = spawn(
    join(place.programs, 'bin/postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A session of its own: Ctrl-C in the terminal must reach us first, so that the services can drain.
    { ...place.runAs, cwd: '/', detached: true, stdio: ['ignore', log, log], env: programEnv(place) },
  )
  closeSync(log)
  child.unref()
  return child
}

const programEnv = ({ programs }: PostgresHome) => ({
  LC_ALL: 'C',
  PATH: process.env.PATH,
  LD_LIBRARY_PATH: join(programs, 'lib'),
})

/** The server that works on this data, if one does. After a reboot its number may be somebody else's. */
function runningPostmaster(data: string): number | null {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!(pid > 0) || !isAlive(pid)) return null
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.includes(data) ? pid : null
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
  // An unexpected end of the connection is reported by the query under way.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

const readAccess = (file: string): Access => JSON.parse(readFileSync(file, 'utf8'))
const writeAccess = (file: string, access: Access) => writeFileSync(file, JSON.stringify(access), { mode: 0o600 })
