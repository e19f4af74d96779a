import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import type { Urls } from '../backends.ts'
import { quantile } from '../quantile.ts'
import type { Answer, Ask } from './role-process.ts'

export type Measure = {
  submitsPerSecond: number
  jobsPerSecond: number
  idleMs: { p50: number; p99: number }
  loadedMs: { p50: number; p99: number }
  statementsPerJob: number
  redisCommandsPerJob: number
  rssMb: { submitter: number; worker: number }
}

export type Size = { jobs: number; idleJobs: number; callers: number }

const WARM_UP = 300

/** Runs one system once, submitter and worker as processes of their own, on backends that are empty. */
export async function measure(name: string, urls: Urls, { jobs, idleJobs, callers }: Size): Promise<Measure> {
  const worker = await start(name, 'worker', urls)
  const submitter = await start(name, 'submitter', urls)
  const doneAt = new Map<string, number>()
  worker.on((message) => {
    if (message.kind === 'done') for (const [id, at] of message.jobs) doneAt.set(id, at)
  })
  const allDone = async (count: number) => {
    while (doneAt.size < count) await worker.next((message) => message.kind === 'done')
  }

  submitter.ask({ kind: 'many', from: 0, count: WARM_UP, callers })
  await submitter.next((message) => message.kind === 'all-accepted')
  await allDone(WARM_UP)

  const idle: number[] = []
  for (let at = 0; at < idleJobs; at += 1) {
    const id = `idle-${at}`
    submitter.ask({ kind: 'one', id })
    const accepted = await submitter.next((message) => message.kind === 'accepted')
    while (!doneAt.has(id)) await worker.next((message) => message.kind === 'done')
    if (accepted.kind === 'accepted') idle.push((doneAt.get(id) ?? 0) - accepted.startedAt)
  }

  const before = await counts(submitter, worker, urls)
  submitter.ask({ kind: 'many', from: WARM_UP, count: jobs, callers })
  const accepted = await submitter.next((message) => message.kind === 'all-accepted')
  if (accepted.kind !== 'all-accepted') throw new Error('unexpected answer')
  await allDone(WARM_UP + idleJobs + jobs)
  const after = await counts(submitter, worker, urls)

  const loaded = accepted.submittedAt.map((at, index) => (doneAt.get(String(index + WARM_UP)) ?? 0) - at)
  const endedAt = Math.max(...Array.from({ length: jobs }, (_, at) => doneAt.get(String(at + WARM_UP)) ?? 0))
  await Promise.all([submitter.close(), worker.close()])
  return {
    submitsPerSecond: jobs / ((accepted.endedAt - accepted.startedAt) / 1_000),
    jobsPerSecond: jobs / ((endedAt - accepted.startedAt) / 1_000),
    idleMs: { p50: quantile(idle, 0.5), p99: quantile(idle, 0.99) },
    loadedMs: { p50: quantile(loaded, 0.5), p99: quantile(loaded, 0.99) },
    statementsPerJob: (after.statements - before.statements) / jobs,
    redisCommandsPerJob: (after.redisCommands - before.redisCommands) / jobs,
    rssMb: after.rssMb,
  }
}

async function counts(submitter: Role, worker: Role, urls: Urls) {
  const of = async (role: Role) => {
    role.ask({ kind: 'counts' })
    const message = await role.next(({ kind }) => kind === 'counts')
    if (message.kind !== 'counts') throw new Error('unexpected answer')
    return message
  }
  const [fromSubmitter, fromWorker, redisCommands] = [
    await of(submitter),
    await of(worker),
    await countRedis(urls.redis),
  ]
  return {
    statements: fromSubmitter.statements + fromWorker.statements,
    redisCommands,
    rssMb: { submitter: fromSubmitter.rssMb, worker: fromWorker.rssMb },
  }
}

async function countRedis(url: string): Promise<number> {
  const redis = new Redis(url)
  const stats = await redis.info('commandstats')
  redis.disconnect()
  // A script is one command to its caller; what it calls inside is not counted.
  const calls = [...stats.matchAll(/cmdstat_(?:evalsha|eval|bzpopmin):calls=(\d+)/g)]
  return calls.reduce((sum, [, count]) => sum + Number(count), 0)
}

type Role = Awaited<ReturnType<typeof start>>

async function start(name: string, role: 'worker' | 'submitter', urls: Urls) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'role-process.ts'), [name, role, JSON.stringify(urls)], {
    env: { PATH: process.env.PATH },
  })
  const listeners = new Set<(message: Answer) => void>()
  child.on('message', (message: Answer) => {
    for (const listener of listeners) listener(message)
  })
  const ended = new Promise<never>((_, reject) => {
    child.on('exit', (code) => reject(new Error(`the ${role} of ${name} ended with ${code}`)))
  })
  ended.catch(() => {})
  const on = (listener: (message: Answer) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const next = (matches: (message: Answer) => boolean) =>
    Promise.race([
      ended,
      new Promise<Answer>((resolve) => {
        const stop = on((message) => {
          if (!matches(message)) return
          stop()
          resolve(message)
        })
      }),
    ])
  await next(({ kind }) => kind === 'ready')
  return {
    on,
    next,
    ask: (message: Ask) => child.send(message),
    async close() {
      child.send({ kind: 'close' })
      await ended.catch(() => {})
    },
  }
}
