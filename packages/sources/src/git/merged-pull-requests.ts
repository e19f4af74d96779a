import { createHash } from 'node:crypto'
import type { PullRequestPage, SourceAuthor, SourceFlag, SourcePullRequest } from '../pull-request-source.ts'
import { filesKept, type HistoryCommit } from './commit-stream.ts'
import { type PullRequestReference, readPullRequestReference } from './pull-request-reference.ts'
import type { History, HistoryRange } from './read-history.ts'

/** GitHub's own limit on a description. */
const bodyCharactersKept = 65_536

const referenceOf = ({ subject, body, parents }: HistoryCommit) =>
  readPullRequestReference({ subject, body, parentCount: parents.length })

/** The numbers of a range, each once. */
export const numbersIn = async (history: History, range: HistoryRange): Promise<Set<number>> => {
  const numbers = new Set<number>()
  for await (const commit of history.messages(range)) {
    const reference = referenceOf(commit)
    if (reference) numbers.add(reference.number)
  }
  return numbers
}

/**
 * Pages of a range. A number that came up before is a follow-up or a mention, so its oldest commit keeps it;
 * `known` brings the numbers from before the range and is the only thing that grows: one integer per pull request.
 */
export async function* mergedPullRequests(
  history: History,
  range: HistoryRange,
  options: { readonly known: Set<number>; readonly shallowBoundary: ReadonlySet<string>; readonly pageSize: number },
): AsyncGenerator<PullRequestPage> {
  let found: { commit: HistoryCommit; reference: PullRequestReference }[] = []
  const page = async (): Promise<PullRequestPage | undefined> => {
    const last = found.at(-1)
    if (!last) return undefined
    const tips = found.map(({ commit }) => branchTip(commit)).filter((sha) => sha !== undefined)
    const authors = await history.authorsOf(tips)
    const pullRequests = found.map(({ commit, reference }) => {
      const atBoundary = options.shallowBoundary.has(commit.sha)
      const author = authors.get(branchTip(commit) ?? '') ?? { name: commit.authorName, email: commit.authorEmail }
      return toPullRequest(commit, reference, author, atBoundary)
    })
    found = []
    return { pullRequests, cursor: last.commit.sha }
  }

  for await (const commit of history.changes(range)) {
    const reference = referenceOf(commit)
    if (!reference || options.known.has(reference.number)) continue
    options.known.add(reference.number)
    found.push({ commit, reference })
    if (found.length < options.pageSize) continue
    const full = await page()
    if (full) yield full
  }
  const rest = await page()
  if (rest) yield rest
}

/** The newest commit of the merged branch; an octopus has several, and the first stands for them. */
const branchTip = ({ parents }: HistoryCommit): string | undefined => parents[1]

const toPullRequest = (
  commit: HistoryCommit,
  reference: PullRequestReference,
  author: { name: string; email: string },
  atBoundary: boolean,
): SourcePullRequest => {
  const flags: SourceFlag[] = [...reference.flags]
  if (reference.body.length > bodyCharactersKept) flags.push('body-truncated')
  if (commit.changedFiles > filesKept) flags.push('files-truncated')
  if (atBoundary) flags.push('shallow-boundary')
  const size = atBoundary ? { additions: 0, deletions: 0, changedFiles: 0, files: [] } : commit
  return {
    number: reference.number,
    sha: commit.sha,
    title: reference.title,
    body: reference.body.slice(0, bodyCharactersKept).toWellFormed(),
    author: toAuthor(author),
    mergedAt: commit.committedAt,
    additions: size.additions,
    deletions: size.deletions,
    changedFiles: size.changedFiles,
    files: size.files,
    how: reference.how,
    flags,
  }
}

const toAuthor = ({ name, email }: { name: string; email: string }): SourceAuthor => ({
  name,
  emailHash: createHash('sha256').update(email.trim().toLowerCase()).digest('hex'),
})
