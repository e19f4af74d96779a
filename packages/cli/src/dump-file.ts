import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { OutputNotWritable } from './cli-errors.ts'

const gapSchema = z.object({
  connection: z.enum(['pull-requests', 'files', 'commits', 'reviews', 'labels', 'linked-issues']),
  number: z.int().nullable(),
  sha: z.string().nullable(),
  expected: z.int().nullable(),
  found: z.int(),
  reason: z.enum(['object-missing', 'shallow-clone', 'too-many', 'not-permitted', 'not-given', 'disagrees']),
  message: z.string(),
})

const stateSchema = z.object({
  source: z.string(),
  startedAfter: z.string().nullable(),
  cursor: z.string().nullable(),
  bytes: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  gaps: z.array(gapSchema),
  units: z.enum(['pull-requests', 'commits']),
})
type State = z.infer<typeof stateSchema>
export type DumpState = Pick<State, 'cursor' | 'rows' | 'gaps' | 'units'>

export type DumpFile = {
  /** What the whole dump is behind, interrupted or not. */
  readonly startedAfter: string | null
  state(): DumpState
  /** Writes lines, and then notes that it did: a crash in between writes them again over themselves. */
  append(lines: readonly unknown[], state: DumpState): Promise<void>
  /** Puts the file where it was asked for. */
  finish(): Promise<void>
  close(): Promise<void>
}

/**
 * A file that is complete when it has its name: until then it is `NAME.partial`, with `NAME.partial.json` beside it
 * that tells where to go on.
 */
export const openDumpFile = async (dump: { path: string; source: string; after: string | null }): Promise<DumpFile> =>
  dump.path === '-' ? standardOutput(dump.after) : resumableFile(dump)

const begin = (source: string, after: string | null): State => ({
  source,
  startedAfter: after,
  cursor: after,
  bytes: 0,
  rows: 0,
  gaps: [],
  units: 'pull-requests',
})

const standardOutput = (after: string | null): DumpFile => {
  let state = begin('-', after)
  return {
    startedAfter: after,
    state: () => state,
    async append(lines, next) {
      await new Promise<void>((resolve, reject) => {
        process.stdout.write(toText(lines), (error) => (error ? reject(error) : resolve()))
      })
      state = { ...state, ...next }
    },
    finish: async () => {},
    close: async () => {},
  }
}

async function resumableFile({ path, source, after }: { path: string; source: string; after: string | null }) {
  const partial = `${path}.partial`
  const notes = `${partial}.json`
  let state = (await readState(notes, source, after)) ?? begin(source, after)
  const file = await open(partial, state.bytes > 0 ? 'r+' : 'w').catch((cause: NodeJS.ErrnoException) => {
    throw OutputNotWritable(path, cause.message)
  })
  await file.truncate(state.bytes)
  return {
    startedAfter: state.startedAfter,
    state: () => state,
    async append(lines: readonly unknown[], next: DumpState) {
      const text = Buffer.from(toText(lines))
      await file.write(text, 0, text.length, state.bytes)
      state = { ...state, ...next, bytes: state.bytes + text.length }
      await writeFile(`${notes}.new`, JSON.stringify(state))
      await rename(`${notes}.new`, notes)
    },
    async finish() {
      await file.sync()
      await rename(partial, path)
      await rm(notes, { force: true })
    },
    close: () => file.close(),
  }
}

/** The note of an interrupted dump of the same thing; anything else begins anew. */
const readState = async (notes: string, source: string, after: string | null): Promise<State | undefined> => {
  const text = await readFile(notes, 'utf8').catch(() => '')
  if (text === '') return undefined
  const parsed = stateSchema.safeParse(tryJson(text))
  return parsed.success && parsed.data.source === source && parsed.data.startedAfter === after ? parsed.data : undefined
}

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const toText = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
