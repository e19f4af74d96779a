import type { HistoryCommit } from './commit-stream.ts'
import { findNumberingRestart } from './numbering-restart.ts'
import { type PullRequestReference, readPullRequestReference } from './pull-request-reference.ts'
import type { History, HistoryRange } from './read-history.ts'

/** What is known of a whole history before any diff is read: one integer for each pull request. */
export type Survey = {
  /** `commits` when no commit names a pull request: then every first-parent commit is a change unit. */
  readonly units: 'pull-requests' | 'commits'
  /** Merged pull requests, or change units. */
  readonly total: number
  /** The same behind `after`, which the survey was made for. */
  readonly totalBehind: number
  /** Numbers that were there before `after`, in their own set, as the reader adds to it. */
  readonly numbersBefore: () => Set<number>
  /** All numbers. */
  readonly numbers: () => number[]
  /** The pull request that a commit brought; nothing if none did or another repository's. */
  readonly reference: (commit: HistoryCommit) => PullRequestReference | undefined
}

/** A mirror that carries most of the numbers found is taken to carry all of the repository's. */
const MIRROR_COVERS = 0.9

/** Reads all messages of a first-parent history once; `after` must be one of its commits. */
export const surveyHistory = async (history: History, { after, until }: HistoryRange): Promise<Survey> => {
  const heads = await history.pullRequestHeads()
  const references: { number: number; sha: string; isBefore: boolean; fromRef: boolean }[] = []
  let commits = 0
  let commitsBefore = 0
  let isBefore = after !== undefined
  for await (const commit of history.messages({ until })) {
    commits += 1
    if (isBefore) commitsBefore += 1
    const reference = readReference(commit, heads)
    if (reference) {
      const fromRef = reference.flags.includes('number-from-ref')
      references.push({ number: reference.number, sha: commit.sha, isBefore, fromRef })
    }
    if (commit.sha === after) isBefore = false
  }

  const inMirror = numbersOf(heads)
  const mirrored = references.filter(({ number }) => inMirror.has(number)).length
  const mirrorIsWhole = inMirror.size > 0 && mirrored >= references.length * MIRROR_COVERS
  const restart = mirrorIsWhole ? 0 : findNumberingRestart(references.map(({ number }) => number))
  const foreign = new Set(
    references
      .filter(({ number, fromRef }, at) => !fromRef && (at < restart || (mirrorIsWhole && !inMirror.has(number))))
      .map(({ sha }) => sha),
  )
  const own = references.filter(({ sha }) => !foreign.has(sha))
  const before = new Set(own.filter((reference) => reference.isBefore).map(({ number }) => number))
  const all = new Set(own.map(({ number }) => number))
  const units = all.size > 0 ? 'pull-requests' : 'commits'

  return {
    units,
    total: units === 'commits' ? commits : all.size,
    totalBehind: units === 'commits' ? commits - commitsBefore : all.size - before.size,
    numbersBefore: () => new Set(before),
    numbers: () => [...all],
    reference: (commit) => (foreign.has(commit.sha) ? undefined : readReference(commit, heads)),
  }
}

type Heads = ReadonlyMap<string, readonly number[]>

/** The number in the message, else that of the pull request whose head the commit is or merged. */
const readReference = (commit: HistoryCommit, heads: Heads): PullRequestReference | undefined => {
  const { sha, subject, body, parents } = commit
  const named = readPullRequestReference({ subject, body, parentCount: parents.length })
  if (named || heads.size === 0) return named
  const merged = parents.length === 2 ? heads.get(parents[1] ?? '') : undefined
  const number = onlyOne(merged) ?? onlyOne(heads.get(sha))
  if (number === undefined) return undefined
  return { number, title: subject, body: body.trim(), how: merged ? 'merge' : 'rebase', flags: ['number-from-ref'] }
}

/** Two pull requests with one head: nothing tells which of them was merged. */
const onlyOne = (numbers: readonly number[] | undefined) => (numbers?.length === 1 ? numbers[0] : undefined)

const numbersOf = (heads: Heads): ReadonlySet<number> => {
  const numbers = new Set<number>()
  for (const ofHead of heads.values()) for (const number of ofHead) numbers.add(number)
  return numbers
}
