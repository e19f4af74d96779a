import type { HistoryCommit } from '../git/commit-stream.ts'
import { createDiffReader } from '../git/diff-reader.ts'
import type { FileChanges } from '../git/file-changes.ts'
import { toSourceCommit } from '../git/source-commit.ts'
import { readTrailers, toAuthor } from '../git/trailers.ts'
import { commitsKept, type Gap, type MergeMethod, type SourceFile, type SourceFlag } from '../pull-request-source.ts'
import type { RowNode } from './answers.ts'
import { type Details, mergeMethodOf } from './details.ts'
import { diffSinceMergeBase } from './diff-since-merge-base.ts'
import type { PullRequestClone } from './pull-request-clone.ts'
import { readLog } from './read-log.ts'

/** git processes at once; each reads one pull request's commits. */
const AT_ONCE = 2

export type GitDetails = { of(rows: readonly RowNode[]): Promise<Details[]> }

/** Files and commits of a page's pull requests from the clone: one git for all files, one for each list of commits. */
export const createGitDetails = (clone: PullRequestClone): GitDetails => ({
  async of(rows) {
    const present = await bringObjects(clone, rows)
    const shas = rows.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []).filter((sha) => present.has(sha))
    const merges = await readMerges(clone, shas)
    const patchIds = await readPatchIds(clone, [...merges.values()])
    return mapAtOnce(rows, (row) => {
      const sha = row.mergeCommit?.oid ?? ''
      return readOne({ clone, present, merge: merges.get(sha), patchId: patchIds.get(sha) ?? null }, row)
    })
  },
})

const bringObjects = async (clone: PullRequestClone, rows: readonly RowNode[]): Promise<ReadonlySet<string>> => {
  const needed = (row: RowNode) => [row.headRefOid, row.baseRefOid, ...(row.mergeCommit ? [row.mergeCommit.oid] : [])]
  const all = [...new Set(rows.flatMap(needed))]
  const present = await clone.present(all)
  const heads = rows.filter(({ headRefOid }) => !present.has(headRefOid)).map(({ number }) => number)
  const merges = rows.flatMap(({ mergeCommit }) => mergeCommit?.oid ?? []).filter((sha) => !present.has(sha))
  if (heads.length + merges.length === 0) return present
  await clone.fetchMissing(heads, merges)
  return clone.present(all)
}

const againstFirstParent = [
  '--no-walk=unsorted',
  '--stdin',
  '--diff-merges=first-parent',
  '--numstat',
  '--find-renames',
  '--diff-algorithm=myers',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
] as const

/** What each commit changed against its first parent; one that lacks objects is left out. */
const readMerges = async (
  clone: PullRequestClone,
  shas: readonly string[],
): Promise<ReadonlyMap<string, HistoryCommit>> => {
  const read = new Map<string, HistoryCommit>()
  const asked = new Set(shas)
  while (asked.size > 0) {
    const isWhole = await readLog(
      clone,
      { args: againstFirstParent, input: `${[...asked].join('\n')}\n` },
      (commit) => {
        read.set(commit.sha, commit)
        asked.delete(commit.sha)
      },
    )
    if (isWhole) break
    // git reads them in the order asked for and gives up at the first that lacks something, maybe unheard.
    const [failed = ''] = asked
    asked.delete(failed)
    const alone = { args: againstFirstParent, input: `${failed}\n` }
    await readLog(clone, alone, (commit) => read.set(commit.sha, commit))
  }
  return read
}

const readPatchIds = async ({ gitDirectory, context }: PullRequestClone, merges: readonly HistoryCommit[]) => {
  const reader = createDiffReader(gitDirectory, context)
  const { changes } = await reader.read(merges)
  reader.close()
  return new Map(changes.map(({ patchId }, at) => [merges[at]?.sha, patchId]))
}

type Reading = {
  readonly clone: PullRequestClone
  readonly present: ReadonlySet<string>
  /** The commit that brought it, when the clone has it and what it changed. */
  readonly merge: HistoryCommit | undefined
  readonly patchId: string | null
}

const readOne = async (reading: Reading, row: RowNode): Promise<Details> => {
  const gaps: Gap[] = []
  const flags: SourceFlag[] = []
  const changed = await readFiles(reading, row)
  if (changed.kind === 'missing') {
    flags.push('size-unknown')
    gaps.push(
      gapOf(row, 'files', row.changedFiles, 0, 'object-missing', 'its commits are not in the repository any more'),
    )
  }
  if (changed.kind === 'disagrees') {
    const reason = `git finds other lines than GitHub, ${changed.change.changedFiles} files with +${changed.change.additions} -${changed.change.deletions} where GitHub says ${row.changedFiles} with +${row.additions} -${row.deletions}`
    gaps.push(gapOf(row, 'files', row.changedFiles, changed.change.changedFiles, 'disagrees', reason))
  }
  const files: readonly SourceFile[] = changed.kind === 'missing' ? [] : changed.change.files
  if (changed.kind !== 'missing' && files.length < changed.change.changedFiles) flags.push('files-truncated')

  const own = await readCommits(reading, row)
  if (!own)
    gaps.push(gapOf(row, 'commits', null, 0, 'object-missing', 'its commits are not in the repository any more'))
  if (own && own.count > own.commits.length) flags.push('commits-truncated')
  const { merge } = reading
  const how = howOf(row, merge, own?.commits ?? [])
  return {
    files,
    // A merge that holds something else, as after a rebase, has another patch.
    patchId: merge && agrees(merge, row) ? reading.patchId : null,
    commits: own?.commits.map(toSourceCommit) ?? [],
    commitCount: own?.count ?? 0,
    how,
    people: peopleOf(own?.commits ?? [], merge),
    squashedFrom: merge && how === 'squash' ? toAuthor(merge.authorName, merge.authorEmail) : null,
    flags,
    gaps,
  }
}

const howOf = (row: RowNode, merge: HistoryCommit | undefined, own: readonly HistoryCommit[]): MergeMethod =>
  merge
    ? mergeMethodOf({
        number: row.number,
        subject: merge.subject,
        parents: merge.parents.length,
        ownSubjects: own.map(({ subject }) => subject),
        isWhole: agrees(merge, row),
      })
    : 'unknown'

type Changed = { readonly kind: 'agrees' | 'disagrees'; readonly change: FileChanges } | { readonly kind: 'missing' }

const agrees = (change: FileChanges, row: RowNode) =>
  change.additions === row.additions && change.deletions === row.deletions && change.changedFiles === row.changedFiles

/**
 * The merge against its first parent, which is all of it for a merge and a squash; else, as for a rebase, the branch
 * since it left its base, which is how GitHub counts.
 */
const readFiles = async ({ clone, present, merge }: Reading, row: RowNode): Promise<Changed> => {
  if (merge && agrees(merge, row)) return { kind: 'agrees', change: merge }
  const base = present.has(row.baseRefOid) ? row.baseRefOid : merge?.parents[0]
  const since =
    base !== undefined && present.has(row.headRefOid)
      ? await diffSinceMergeBase(clone, base, row.headRefOid)
      : undefined
  if (since) return { kind: agrees(since, row) ? 'agrees' : 'disagrees', change: since }
  return merge ? { kind: 'disagrees', change: merge } : { kind: 'missing' }
}

/** What the head has and the base had not when it was merged. */
const readCommits = async ({ clone, present, merge }: Reading, row: RowNode) => {
  if (!present.has(row.headRefOid)) return null
  // A head that was pushed to the base as it is has its own commits before the merge commit.
  const before = merge && merge.sha !== row.headRefOid ? merge.parents[0] : undefined
  const after = before ?? (present.has(row.baseRefOid) ? row.baseRefOid : undefined)
  if (after === undefined) return null
  const commits: HistoryCommit[] = []
  let count = 0
  const args = ['--topo-order', '--reverse', '--no-patch', row.headRefOid, `^${after}`, '--']
  const isWhole = await readLog(clone, { args }, (commit) => {
    count += 1
    if (commits.length < commitsKept) commits.push(commit)
  })
  return isWhole ? { commits, count } : null
}

const peopleOf = (commits: readonly HistoryCommit[], merge: HistoryCommit | undefined) => {
  const squash = merge?.parents.length === 1 ? [merge] : []
  const written = commits.filter(({ parents }) => parents.length < 2).toReversed()
  const named = [...commits, ...(merge ? [merge] : [])].flatMap(({ body }) => readTrailers(body).coAuthors)
  return [...[...squash, ...written].map(({ authorName, authorEmail }) => toAuthor(authorName, authorEmail)), ...named]
}

const gapOf = (
  row: RowNode,
  connection: Gap['connection'],
  expected: number | null,
  found: number,
  reason: Gap['reason'],
  why: string,
): Gap => ({
  connection,
  number: row.number,
  sha: row.mergeCommit?.oid ?? null,
  expected,
  found,
  reason,
  message: `The ${connection} of pull request ${row.number}: ${why}.`,
})

const mapAtOnce = async <From, To>(items: readonly From[], map: (item: From) => Promise<To>): Promise<To[]> => {
  const results: To[] = []
  const queue = items.entries()
  const work = async () => {
    for (const [index, item] of queue) results[index] = await map(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}
