import { addLogLines, type Database, type LogLine, type NewLogLine } from '@assay/db'
import type { Logger } from '@assay/runtime'

export type LogKeeper = {
  /** For one attempt of a job: takes its lines, as JSON, and returns at once. */
  linesOf(jobId: string): (line: string) => void
  /** Stores what is left. */
  close(): Promise<void>
}

const FLUSH_EVERY_MS = 500
/** What waits to be stored is bounded, so that a job that floods its log, or a database that is away, costs lines and no memory. */
const MAX_WAITING_LINES = 2_000
const MAX_WAITING_CHARACTERS = 8_000_000
const MAX_LINE_CHARACTERS = 8_000

type Attempt = { jobId: string; count: number; stored: number }
type Waiting = { attempt: Attempt; number: number; line: string }

/** Stores what handlers log, in batches beside their work. When it cannot, lines are dropped and nothing else happens. */
export function createLogKeeper({ db, logger }: { db: Database; logger: Logger }): LogKeeper {
  let waiting: Waiting[] = []
  let characters = 0
  let flushing = Promise.resolve()
  let isFlushing = false

  const store = async (batch: readonly Waiting[]) => {
    const places = placesOf(batch)
    await addLogLines(
      db,
      batch.flatMap(({ attempt: { jobId }, line }, at) => {
        const [parsed, place] = [parseLine(line), places[at]]
        return parsed && place !== undefined ? [{ jobId, place, ...parsed } satisfies NewLogLine] : []
      }),
    )
    for (const { attempt, number } of batch) attempt.stored = number
  }
  const flush = async () => {
    const batch = waiting
    if (batch.length === 0) return
    waiting = []
    characters = 0
    await store(batch).catch((error: unknown) =>
      logger.debug({ err: error, lines: batch.length }, 'lines of jobs were not kept'),
    )
  }
  const timer = setInterval(() => {
    if (isFlushing) return
    isFlushing = true
    flushing = flush().finally(() => {
      isFlushing = false
    })
  }, FLUSH_EVERY_MS)

  return {
    linesOf(jobId) {
      const attempt: Attempt = { jobId, count: 0, stored: 0 }
      return (line) => {
        attempt.count += 1
        waiting.push({ attempt, number: attempt.count, line })
        characters += line.length
        while (waiting.length > MAX_WAITING_LINES || characters > MAX_WAITING_CHARACTERS) {
          characters -= waiting.shift()?.line.length ?? 0
        }
      }
    },
    async close() {
      clearInterval(timer)
      await flushing
      await flush()
    },
  }
}

/** Places behind what is stored of each job, counted from 1; lines of a job's next attempt follow those of the one before. */
function placesOf(batch: readonly Waiting[]): number[] {
  const jobs = new Map<string, { attempt: Attempt; before: number; last: number }>()
  return batch.map(({ attempt, number }) => {
    const known = jobs.get(attempt.jobId)
    const isNext = known !== undefined && known.attempt !== attempt
    const before = isNext ? known.before + known.last : (known?.before ?? 0)
    const last = number - attempt.stored
    jobs.set(attempt.jobId, { attempt, before, last })
    return before + last
  })
}

/** What a line says beside what its job and its process are known for. */
function parseLine(line: string): LogLine | null {
  const parsed: unknown = JSON.parse(line)
  if (typeof parsed !== 'object' || parsed === null) return null
  const { level, time, msg, ...rest } = parsed as Record<string, unknown>
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => !KNOWN.has(name)))
  return {
    at: new Date(Number(time)),
    level: String(level),
    message: String(msg ?? '').slice(0, MAX_LINE_CHARACTERS / 2),
    fields: line.length > MAX_LINE_CHARACTERS ? shortened(fields) : fields,
  }
}

const KNOWN = new Set(['pid', 'hostname', 'service', 'version', 'jobId', 'kind', 'trace_id', 'span_id'])

/** Half a line of JSON is none, so it is kept as text. */
function shortened(fields: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(fields)
  return text.length > MAX_LINE_CHARACTERS / 2 ? { cut: text.slice(0, MAX_LINE_CHARACTERS / 4) } : fields
}
