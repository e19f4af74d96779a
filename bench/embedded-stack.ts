import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiKey, type Database, ensureWorkspace, migrate, openDatabase } from '@assay/db'
import { freePort, startEmbeddedPostgres, startQueueBackend } from '@assay/embedded'
import { startServices } from '../scripts/start/services.ts'

export const WORKSPACE = 'bench'

export type EmbeddedStack = {
  readonly db: Database
  readonly queueBackend: string
  /** Of the gateway. */
  readonly url: string
  /** Of the gateway's process. */
  readonly gatewayPid: () => number | undefined
  /** Calls the API; the body may be JSON or a form. */
  call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>
  stop(): Promise<void>
}

const READY_WITHIN_MS = 60_000

/** Everything that `npm start` brings up, with a home of its own that is removed in the end. */
export async function startEmbeddedStack(): Promise<EmbeddedStack> {
  const home = await mkdtemp(join(tmpdir(), 'assay-bench-'))
  const logs = join(home, 'logs')
  await mkdir(logs)
  const [postgres, queue] = await Promise.all([
    startEmbeddedPostgres({ home }),
    startQueueBackend({ home, path: process.env.PATH ?? '' }),
  ])
  await migrate(postgres.url)
  const port = await freePort()
  const services = startServices({
    root: join(import.meta.dirname, '..'),
    logs,
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      REDIS_URL: queue.kind === 'redis' ? queue.url : '',
      PORT: String(port),
      HEALTH_PORT: '0',
      ASSAY_ALLOW_LOCAL_SOURCES: 'true',
      ASSAY_CLONES: join(home, 'clones'),
    },
    onCrash: (service) => process.stderr.write(`The ${service} ended by itself\n`),
  })
  const db = openDatabase({ url: postgres.url, poolSize: 2 })
  await ensureWorkspace(db, { id: WORKSPACE, name: WORKSPACE })
  const { key } = await createApiKey(db, { workspace: WORKSPACE, name: 'bench', scopes: ['admin'] })
  const url = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok ?? false, READY_WITHIN_MS)

  return {
    db,
    queueBackend: queue.from,
    url,
    gatewayPid: () => services.pidOf('gateway'),
    async call<T>(method: 'GET' | 'POST', path: string, body?: object) {
      const isForm = body instanceof FormData
      const response = await fetch(`${url}/api/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
    async stop() {
      await db.close()
      await services.stop('SIGTERM')
      await queue.stop()
      await postgres.discard()
      await rm(home, { recursive: true, force: true })
    },
  }
}

const LOOK_EVERY_MS = 50

/** @throws when it does not come true in time. */
export async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const endsAt = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`Not within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
