import { type ByteReader, HASH, NEWLINE, NUL } from './byte-reader.ts'
import { createTally, type FileChanges } from './file-changes.ts'

/** What a commit changed, with the text of its patch unless that is too long to be held. */
export type Patch = { readonly change: FileChanges; readonly text: readonly Buffer[] | null }

/** Bytes. Longer patches are vendored or generated; whether they are the same change is told by their shape. */
const TEXT_AT_MOST = 1_000_000

/** Everything that may stand in the patch of a file but its hunks. */
const HEADER =
  /^(?:old mode|new mode|new file|deleted|copy from|copy to|rename|simil|dissim|index |--- |\+\+\+ |Binary)/
const LONGEST_HEADER = 9

/**
 * The next commit that `git diff-tree --stdin -z --raw --patch` prints: its name, its files, an empty part, and the patch.
 * Lines of a file are counted by the lengths that its hunks announce, so no text can pass for anything else.
 * @returns `end-of-batch` for a line of our own; nothing when git ended, or died amid a commit.
 */
export const readPatch = async (reader: ByteReader): Promise<Patch | 'end-of-batch' | undefined> => {
  if ((await reader.ahead(1)).charCodeAt(0) === HASH) {
    await reader.through(NEWLINE)
    return 'end-of-batch'
  }
  if ((await reader.through(NUL)) === undefined) return undefined
  const files = await readFiles(reader)
  const tally = createTally()
  const kept: Buffer[] = []
  let bytes = 0
  const keep = (pieces: readonly Buffer[]) => {
    for (const piece of pieces) bytes += piece.length
    if (bytes <= TEXT_AT_MOST) kept.push(...pieces)
    else kept.length = 0
  }
  if (files.length > 0) await reader.through(NUL)
  for (const { status, ...paths } of files) {
    const lines = { additions: 0, deletions: 0, binary: false }
    // What was a file and becomes a link is first deleted and then added.
    for (let section = 0; section < (status === 'T' ? 2 : 1); section += 1) keep(await readSection(reader, lines))
    const { additions, deletions, binary } = lines
    tally.add(binary ? '-' : String(additions), binary ? '-' : String(deletions), paths)
  }
  // Until git says what comes behind it, what it printed last may be cut off.
  if ((await reader.ahead(1)) === '') return undefined
  return { change: tally.totals(), text: kept.length > 0 ? kept : null }
}

type RawFile = { readonly status: string; readonly path: string; readonly previousPath?: string }

/** `:MODES NAMES STATUS`, then its path; a rename or copy has two. */
const readFiles = async (reader: ByteReader): Promise<RawFile[]> => {
  const files: RawFile[] = []
  const path = async () => nameOf((await reader.through(NUL)) ?? Buffer.from('\0'))
  while ((await reader.ahead(1)) === ':') {
    const status = (await path()).split(' ').at(-1)?.[0] ?? ''
    files.push(
      status === 'R' || status === 'C'
        ? { status, previousPath: await path(), path: await path() }
        : { status, path: await path() },
    )
  }
  return files
}

const nameOf = (part: Buffer): string => part.toString('utf8', 0, part.length - 1)

type Lines = { additions: number; deletions: number; binary: boolean }

/** The patch of one file; counts its lines into `lines`. */
const readSection = async (reader: ByteReader, lines: Lines): Promise<Buffer[]> => {
  const text = [await lineOf(reader)]
  for (;;) {
    const next = await reader.ahead(LONGEST_HEADER)
    if (next.startsWith('@@ -')) {
      const hunk = await lineOf(reader)
      text.push(hunk, ...(await readHunk(reader, hunk.toString('latin1'), lines)))
    } else if (HEADER.test(next)) {
      if (next.startsWith('Binary')) lines.binary = true
      text.push(await lineOf(reader))
    } else return text
  }
}

const lineOf = async (reader: ByteReader): Promise<Buffer> => (await reader.through(NEWLINE)) ?? Buffer.alloc(0)

const SPACE = 32
const PLUS = 43
const MINUS = 45
/** Begins the note that a file has no newline at its end. */
const BACKSLASH = 92

const readHunk = (reader: ByteReader, header: string, lines: Lines): Promise<Buffer[]> => {
  const [, before = '1', after = '1'] = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(header) ?? []
  let [left, right] = [Number(before), Number(after)]
  return reader.lines((first) => {
    if (first === undefined) return left > 0 || right > 0
    if (first === BACKSLASH) return true
    if (left === 0 && right === 0) return false
    if (first === PLUS) lines.additions += 1
    if (first === MINUS) lines.deletions += 1
    if (first === PLUS || first === SPACE) right -= 1
    if (first === MINUS || first === SPACE) left -= 1
    return true
  })
}
