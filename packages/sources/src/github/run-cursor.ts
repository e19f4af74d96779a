import { z } from 'zod'
import { SourceCursorUnknown } from '../source-errors.ts'

const run = z.object({
  /** The newest change when the run began: what changes during it belongs to the next run. */
  newest: z.string().nullable(),
  endCursor: z.string().nullable(),
  isFull: z.boolean(),
  /** The tag from before the first page, for the same reason. */
  etag: z.string().nullable(),
  /** Pull requests given so far. */
  given: z.int().nonnegative(),
})

const runCursor = z.object({
  version: z.literal(1),
  /** Everything that changed up to here is stored. */
  watermark: z.string().nullable(),
  etag: z.string().nullable(),
  /** Runs that came to their end. */
  runs: z.int().nonnegative(),
  /** A run that was cut off. */
  run: run.nullable(),
})

export type Run = z.infer<typeof run>
export type RunCursor = z.infer<typeof runCursor>

/** Deletions and transfers leave no trace in a list by change, so now and then everything is compared. */
const FULL_RUN_EVERY = 20
/** GitHub's lists lag behind its writes a little. */
const OVERLAP_MS = 10 * 60_000

const beginning: RunCursor = { version: 1, watermark: null, etag: null, runs: 0, run: null }

/** @throws SourceCursorUnknown for what this source did not write. */
export const readRunCursor = (after: string | null): RunCursor => {
  if (after === null) return beginning
  const parsed = runCursor.safeParse(parseJson(after))
  if (!parsed.success) throw SourceCursorUnknown(after.slice(0, 80))
  return parsed.data
}

export const writeRunCursor = (cursor: RunCursor): string => JSON.stringify(cursor)

export const isFullRun = (cursor: RunCursor): boolean =>
  cursor.watermark === null || (cursor.runs > 0 && cursor.runs % FULL_RUN_EVERY === 0)

export const beginRun = (isFull: boolean, etag: string | null): Run => ({
  newest: null,
  endCursor: null,
  isFull,
  etag,
  given: 0,
})

/** Changes before this were read by an earlier run. */
export const knownBefore = (cursor: RunCursor, isFull: boolean): number =>
  isFull || cursor.watermark === null ? Number.NEGATIVE_INFINITY : Date.parse(cursor.watermark) - OVERLAP_MS

export const endRun = (cursor: RunCursor, run: Run): RunCursor => ({
  version: 1,
  watermark: latest(run.newest, cursor.watermark),
  etag: run.etag ?? null,
  runs: cursor.runs + 1,
  run: null,
})

const latest = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other
  return Date.parse(one) > Date.parse(other) ? one : other
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
