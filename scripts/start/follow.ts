import { setTimeout as wait } from 'node:timers/promises'
import { isTerminal, type JobView } from '@assay/contracts'
import { Presets, SingleBar } from 'cli-progress'
import type { Api } from './api.ts'

const BETWEEN_LOOKS_MS = 150
const GATEWAY_BACK_WITHIN_MS = 30_000
const BETWEEN_LINES_MS = 1_000

/** Shows how a collection goes until its whole tree has ended. */
export async function followCollection(api: Api, id: string, output: NodeJS.WriteStream): Promise<JobView> {
  const show = output.isTTY ? showBar(output) : showLines(output)
  try {
    for (;;) {
      const job = await patiently(() => api.job(id))
      show.update(job)
      // The job is read before its tree, and may have ended in between.
      if (isTerminal(job.state) && job.tree.queued + job.tree.running === 0) return job
      await wait(BETWEEN_LOOKS_MS)
    }
  } finally {
    show.stop()
  }
}

/** A gateway that ended is started again; meanwhile nobody answers. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const endsAt = performance.now() + GATEWAY_BACK_WITHIN_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > endsAt) throw error
      await wait(BETWEEN_LOOKS_MS)
    }
  }
}

type Show = { update(job: JobView): void; stop(): void }

const settled = ({ tree }: JobView) => tree.succeeded + tree.failed + tree.cancelled
const read = ({ progress }: JobView) => ({ done: Number(progress?.done ?? 0), total: Number(progress?.total ?? 0) })

function describeProgress(job: JobView): string {
  const { done, total } = read(job)
  const reading = total > 0 ? `${done} of ${total} pull requests read` : 'reading the history'
  return `${reading}, ${settled(job)} of ${job.tree.total} jobs done`
}

/** Reading and working off count half each; the number of jobs is only known once all is read. */
function share(job: JobView): number {
  const { done, total } = read(job)
  const isRead = job.state === 'succeeded'
  const reading = isRead ? 1 : total > 0 ? done / total : 0
  return reading * 0.5 + (settled(job) / job.tree.total) * 0.5 * reading
}

function showBar(output: NodeJS.WriteStream): Show {
  const bar = new SingleBar(
    { format: '{bar} {percentage}%  {text}', hideCursor: true, clearOnComplete: true, stream: output, barsize: 30 },
    Presets.shades_classic,
  )
  bar.start(1_000, 0, { text: 'starting' })
  return {
    update: (job) => bar.update(Math.round(share(job) * 1_000), { text: describeProgress(job) }),
    stop: () => bar.stop(),
  }
}

function showLines(output: NodeJS.WriteStream): Show {
  let last = ''
  let shownAt = Number.NEGATIVE_INFINITY
  return {
    update(job) {
      const text = describeProgress(job)
      if (text === last || performance.now() - shownAt < BETWEEN_LINES_MS) return
      last = text
      shownAt = performance.now()
      output.write(`${text}\n`)
    },
    stop: () => {},
  }
}
