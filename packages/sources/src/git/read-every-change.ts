import { availableParallelism } from 'node:os'
import type { HistoryCommit } from './commit-stream.ts'
import type { DiffReader } from './diff-reader.ts'
import type { History, SalvagedCommit } from './read-history.ts'

const COMMITS_AT_ONCE = 128
/** Comparing trees keeps one core busy for each git that runs; more than a few only wait for the disk. */
const AT_MOST_SIDE_BY_SIDE = 4

/**
 * What each of the given commits changed, in their order. Parts of them are read side by side, a few parts ahead of the
 * reader. Where objects are missing, git gives up on a part; its rest is then read commit by commit, so that one
 * missing object costs one commit its diff.
 * @throws SourceHistoryUnreadable when a commit itself is missing.
 */
export async function* readEveryChange(
  history: History,
  commits: AsyncIterable<HistoryCommit>,
): AsyncGenerator<SalvagedCommit> {
  const sideBySide = Math.min(availableParallelism(), AT_MOST_SIDE_BY_SIDE)
  const all = Array.from({ length: sideBySide }, () => history.diffReader())
  const readers = [...all]
  const ahead: { reader: DiffReader; part: Promise<SalvagedCommit[]> }[] = []
  try {
    for await (const part of inParts(commits)) {
      const done = readers.length === 0 ? ahead.shift() : undefined
      if (done) yield* await done.part
      const reader = done?.reader ?? readers.pop()
      if (reader) ahead.push({ reader, part: readPart(history, reader, part) })
    }
    for (let next = ahead.shift(); next; next = ahead.shift()) yield* await next.part
  } finally {
    // Whoever stopped reading early does not want to hear how the rest ended.
    for (const { part } of ahead) part.catch(() => {})
    for (const reader of all) reader.close()
  }
}

async function* inParts(commits: AsyncIterable<HistoryCommit>): AsyncGenerator<HistoryCommit[]> {
  let part: HistoryCommit[] = []
  for await (const commit of commits) {
    part.push(commit)
    if (part.length < COMMITS_AT_ONCE) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

async function readPart(
  history: History,
  reader: DiffReader,
  part: readonly HistoryCommit[],
): Promise<SalvagedCommit[]> {
  const read: SalvagedCommit[] = []
  while (read.length < part.length) {
    const rest = part.slice(read.length)
    const { changes, gaveUpBecause } = await reader.read(rest)
    for (const [at, { patchId, ...change }] of changes.entries()) {
      const commit = rest[at]
      if (commit) read.push({ commit: { ...commit, ...change }, known: 'all', patchId })
    }
    const failed = part[read.length]
    if (gaveUpBecause !== undefined && failed) read.push(await history.salvage(failed, gaveUpBecause))
  }
  return read
}
