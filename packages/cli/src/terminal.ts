import { Presets, SingleBar } from 'cli-progress'

/** A line for the person; standard output is for results. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

export type ProgressLine = { update(done: number, total: number | null): void; end(): void }

const NEWS_EVERY_MS = 5_000

/** A bar on a terminal; elsewhere a line now and then, so that logs stay readable. */
export const showProgress = (what: string): ProgressLine => (process.stderr.isTTY ? bar(what) : lines(what))

const bar = (what: string): ProgressLine => {
  const line = new SingleBar(
    { format: `${what} {bar} {value}/{total} · {eta_formatted}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  let started = false
  return {
    update(done, total) {
      if (!started) line.start(total ?? 0, done)
      started = true
      line.setTotal(total ?? done)
      line.update(done)
    },
    end: () => line.stop(),
  }
}

const lines = (what: string): ProgressLine => {
  let saidAt = performance.now()
  return {
    update(done, total) {
      if (performance.now() - saidAt < NEWS_EVERY_MS) return
      saidAt = performance.now()
      say(`${what}: ${done}${total === null ? '' : ` of ${total}`}`)
    },
    end: () => {},
  }
}
