import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './free-port.ts'
import type { RedisProgram } from './redis-program.ts'
import { processGone, waitUntil } from './wait-until.ts'

export type PrivateRedis = {
  readonly url: string
  /** For tests of what happens when it dies. */
  readonly pid: number
  stop(): Promise<void>
}

type Access = { port: number; password: string }

const ANSWER_WITHIN_MS = 2_000
const START_TIMEOUT_MS = 10_000
const STOP_TIMEOUT_MS = 10_000

/**
 * Starts a Redis of our own: loopback, own port, password, every write logged to disk, and never evicting: a queue that
 * forgets under pressure is worse than one that refuses.
 */
export async function startPrivateRedis(program: RedisProgram, home: string): Promise<PrivateRedis> {
  const data = join(home, 'redis')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const accessFile = join(home, 'redis.json')
  const access = readAccess(accessFile)
  const answering = await connect(access, data).catch(() => null)
  if (!answering) {
    access.port = await freePort(access.port)
    writeFileSync(accessFile, JSON.stringify(access), { mode: 0o600 })
    launch(program, data, access)
  }
  const pid = answering ?? (await waitUntil(() => connect(access, data), START_TIMEOUT_MS))

  return {
    url: urlOf(access),
    pid,
    async stop() {
      try {
        process.kill(pid, 'SIGTERM')
      } catch {
        return
      }
      await processGone(pid, STOP_TIMEOUT_MS)
    },
  }
}

function launch(program: RedisProgram, data: string, { port, password }: Access): void {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: data,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    logfile: join(data, 'log'),
  }
  const child = spawn(program.command, ['-'], {
    // A session of its own: Ctrl-C in the terminal must reach us first, so that the services can drain.
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH, ...(program.libraries ? { LD_LIBRARY_PATH: program.libraries } : {}) },
  })
  // By standard input, so that the password shows in no process list.
  const lines = Object.entries({ ...settings, requirepass: password }).map(([name, value]) => `${name} "${value}"`)
  child.stdin.end(`${lines.join('\n')}\n`)
  // Whether it runs is found out by connecting.
  child.on('error', () => {})
  child.stdin.on('error', () => {})
  child.unref()
}

/** @returns the process id of our server. @throws when another one answers there, or none. */
async function connect(access: Access, data: string): Promise<number> {
  if (access.port === 0) throw new Error('never started')
  const client = new Redis(urlOf(access), {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const [, directory] = (await client.config('GET', 'dir')) as string[]
    if (directory !== realpathSync(data)) throw new Error('another Redis answers at this port')
    const pid = /process_id:(\d+)/.exec(await client.info('server'))?.[1]
    if (!pid) throw new Error('the server does not tell its process id')
    return Number(pid)
  } finally {
    client.disconnect()
  }
}

const urlOf = ({ port, password }: Access) => `redis://:${password}@127.0.0.1:${port}`

function readAccess(file: string): Access {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  return { port: 0, password: randomBytes(24).toString('base64url') }
}
