import {
  type Database,
  loadPassagesIn,
  nextWordRange,
  staleWordRanges,
  storeWordSegment,
  type WordRange,
} from '@assay/db'
import type { JobContext } from '@assay/queue'
import { buildWordSegment } from '@assay/retrieval'

/** Passages of a segment: their words take some hundred MB while they are indexed. */
const SEGMENT = 50_000

/** Brings the word index of a workspace up to date, one segment a commit. @returns how many were built. */
export const storeWordSegments = async (
  db: Database,
  { workspace, signal, commit }: Pick<JobContext, 'workspace' | 'signal' | 'commit'>,
): Promise<number> => {
  let built = 0
  const build = async (range: WordRange) => {
    signal.throwIfAborted()
    const segment = buildWordSegment(await loadPassagesIn(db, workspace, range))
    await commit((tx) => storeWordSegment(tx, workspace, range, segment), { done: built + 1, message: 'word index' })
    built += 1
  }
  for (const range of await staleWordRanges(db, workspace)) await build(range)
  for (;;) {
    const range = await nextWordRange(db, workspace, SEGMENT)
    if (!range) return built
    const before = range.upTo
    await build(range)
    // A run of passages of which none can be found leaves no segment behind it, and would come again.
    const after = await nextWordRange(db, workspace, SEGMENT)
    if (after?.upTo === before) return built
  }
}
