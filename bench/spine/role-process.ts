import pg from 'pg'
import type { Urls } from '../backends.ts'
import type { System } from './system.ts'

/** What the benchmark asks of a role, and what it answers. */
export type Ask =
  | { kind: 'one'; id: string }
  | { kind: 'many'; from: number; count: number; callers: number }
  | { kind: 'counts' }
  | { kind: 'close' }
export type Answer =
  | { kind: 'ready' }
  | { kind: 'accepted'; id: string; startedAt: number; endedAt: number }
  | { kind: 'all-accepted'; startedAt: number; endedAt: number; submittedAt: number[] }
  | { kind: 'done'; jobs: [id: string, at: number][] }
  | { kind: 'counts'; statements: number; rssMb: number }

const FLUSH_MS = 10
const now = () => performance.timeOrigin + performance.now()

let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function counted(this: pg.Client, ...args: Parameters<typeof query>) {
  statements += 1
  return query.apply(this, args)
} as typeof query

const [name, role, urlsJson] = process.argv.slice(2)
const { system }: { system: System } = await import(`./systems/${name}.ts`)
const urls: Urls = JSON.parse(urlsJson ?? '{}')
const answer = (message: Answer) => process.send?.(message)

const opened = role === 'worker' ? await openWorker() : await openSubmitter()
process.on('message', (ask: Ask) => {
  if (ask.kind === 'counts') answer({ kind: 'counts', statements, rssMb: process.memoryUsage.rss() / 2 ** 20 })
  else if (ask.kind === 'close') void opened.close().then(() => process.exit(0))
  else void opened.handle(ask)
})
process.on('disconnect', () => process.exit(0))
answer({ kind: 'ready' })

async function openWorker() {
  let done: [string, number][] = []
  const worker = await system.openWorker(urls, (id) => done.push([id, now()]))
  setInterval(() => {
    if (done.length === 0) return
    answer({ kind: 'done', jobs: done })
    done = []
  }, FLUSH_MS)
  return { close: worker.close, handle: async () => {} }
}

async function openSubmitter() {
  const submitter = await system.openSubmitter(urls)
  const handle = async (ask: Ask) => {
    const startedAt = now()
    if (ask.kind === 'one') {
      await submitter.submit(ask.id)
      answer({ kind: 'accepted', id: ask.id, startedAt, endedAt: now() })
    }
    if (ask.kind === 'many') {
      const submittedAt: number[] = []
      let next = ask.from
      const caller = async () => {
        while (next < ask.from + ask.count) {
          const id = next++
          submittedAt[id - ask.from] = now()
          await submitter.submit(String(id))
        }
      }
      await Promise.all(Array.from({ length: ask.callers }, caller))
      answer({ kind: 'all-accepted', startedAt, endedAt: now(), submittedAt })
    }
  }
  return { close: submitter.close, handle }
}
