import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { WATCH_WORDS } from './messages.ts'

// A thread of its own: the main one may be stuck in a loop and could not stop itself.
const { memoryBytes, cpuDeadline, parent } = workerData as {
  memoryBytes: number
  /** Microseconds of processor time at which the present document has to be done; 0 between documents. */
  cpuDeadline: BigInt64Array
  parent: number
}

const LOOK_EVERY_MS = 50

const end = (word?: string) => {
  if (word) writeSync(2, `${word}\n`)
  process.kill(process.pid, 'SIGKILL')
}

setInterval(() => {
  if (process.ppid !== parent) end()
  if (process.memoryUsage.rss() > memoryBytes) end(WATCH_WORDS.memory)
  const deadline = Atomics.load(cpuDeadline, 0)
  const { user, system } = process.cpuUsage()
  if (deadline > 0n && BigInt(user + system) > deadline) end(WATCH_WORDS.cpu)
}, LOOK_EVERY_MS)
