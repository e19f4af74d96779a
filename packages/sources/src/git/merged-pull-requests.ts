import {
  bodyCharactersKept,
  commitsKept,
  filesKept,
  type Gap,
  type PullRequestPage,
  type SourceAuthor,
  type SourceFlag,
  type SourcePullRequest,
} from '../pull-request-source.ts'
import type { HistoryCommit } from './commit-stream.ts'
import type { PullRequestReference } from './pull-request-reference.ts'
import { readEveryChange } from './read-every-change.ts'
import type { History, HistoryRange, SalvagedCommit } from './read-history.ts'
import { type BroughtCommits, createSideBranches } from './side-branches.ts'
import type { Survey } from './survey-history.ts'
import { readTrailers, toAuthor, withoutAddresses } from './trailers.ts'

export type PageOptions = {
  readonly survey: Survey
  readonly shallowBoundary: ReadonlySet<string>
  readonly pageSize: number
}

/** A page is held in memory and stored in one statement, so one of huge changes ends early. */
const FILES_PER_PAGE = 20_000

/**
 * Pages of a range. A number that came up before is a follow-up or a mention, so its oldest commit keeps it; the
 * numbers seen are the only thing that grows: one integer per pull request.
 */
export async function* mergedPullRequests(
  history: History,
  range: HistoryRange,
  { survey, shallowBoundary, pageSize }: PageOptions,
): AsyncGenerator<PullRequestPage> {
  const sideBranches = createSideBranches(history.withSideBranches(range))
  let files = 0
  let page: { pullRequests: SourcePullRequest[]; gaps: Gap[] } = { pullRequests: [], gaps: [] }
  try {
    for await (const read of readEveryChange(history, unitsOf(history, range, survey))) {
      const { commit } = read
      const reference = referenceOf(commit, survey)
      if (!reference) continue
      const brought = await sideBranches.broughtBy(commit)
      page.pullRequests.push(toPullRequest(read, reference, brought, shallowBoundary.has(commit.sha)))
      page.gaps.push(...gapsOf(read, reference.number, shallowBoundary.has(commit.sha)))
      files += page.pullRequests.at(-1)?.files.length ?? 0
      if (page.pullRequests.length < pageSize && files < FILES_PER_PAGE) continue
      yield { ...page, cursor: commit.sha }
      page = { pullRequests: [], gaps: [] }
      files = 0
    }
  } finally {
    await sideBranches.close()
  }
  yield { ...page, cursor: range.until }
}

/** The commits that brought a pull request for the first time; only these are worth a diff. */
async function* unitsOf(history: History, range: HistoryRange, survey: Survey): AsyncGenerator<HistoryCommit> {
  const seen = survey.numbersBefore()
  for await (const commit of history.messages(range)) {
    const reference = referenceOf(commit, survey)
    if (!reference || (reference.number !== null && seen.has(reference.number))) continue
    if (reference.number !== null) seen.add(reference.number)
    yield commit
  }
}

const referenceOf = (commit: HistoryCommit, survey: Survey): Reference | undefined =>
  survey.units === 'commits' ? asChangeUnit(commit) : survey.reference(commit)

type Reference = Omit<PullRequestReference, 'number'> & { readonly number: number | null }

const asChangeUnit = ({ subject, body }: HistoryCommit): Reference => ({
  number: null,
  title: subject,
  body: body.trim(),
  how: 'commit',
  flags: ['change-unit', ...(/^revert\b/i.test(subject) ? (['revert'] as const) : [])],
})

const toPullRequest = (
  read: SalvagedCommit,
  reference: Reference,
  brought: BroughtCommits,
  isAtBoundary: boolean,
): SourcePullRequest => {
  const { commit, known } = read
  const body = withoutAddresses(reference.body).toWellFormed()
  const trailers = readTrailers(commit.body)
  const author = brought.author ?? toAuthor(commit.authorName, commit.authorEmail)
  const flags: SourceFlag[] = [...reference.flags]
  if (body.length > bodyCharactersKept) flags.push('body-truncated')
  if (commit.changedFiles > filesKept) flags.push('files-truncated')
  if (brought.count > commitsKept) flags.push('commits-truncated')
  if (isAtBoundary) flags.push('shallow-boundary')
  else if (known !== 'all') flags.push('size-unknown')
  const size = isAtBoundary ? { additions: 0, deletions: 0, changedFiles: 0, files: [] } : commit
  return {
    number: reference.number,
    sha: commit.sha,
    title: reference.title.toWellFormed() || commit.sha.slice(0, 12),
    body: body.slice(0, bodyCharactersKept).toWellFormed(),
    author,
    coAuthors: everybodyElse(author, [...trailers.coAuthors, ...brought.coAuthors]),
    mergedAt: commit.committedAt,
    additions: size.additions,
    deletions: size.deletions,
    changedFiles: size.changedFiles,
    files: size.files,
    patchId: read.known === 'all' && !isAtBoundary ? read.patchId : null,
    commitCount: brought.count,
    commits: brought.commits,
    labels: trailers.labels,
    reviewCount: trailers.reviews.length,
    reviews: trailers.reviews,
    linkedIssues: trailers.linkedIssues,
    how: reference.how,
    flags,
  }
}

const personKey = ({ name, email }: SourceAuthor) => email?.toLowerCase() ?? name

const everybodyElse = (author: SourceAuthor, people: readonly SourceAuthor[]): SourceAuthor[] => {
  const others = new Map(people.map((person) => [personKey(person), person]))
  others.delete(personKey(author))
  return [...others.values()]
}

const gapsOf = (read: SalvagedCommit, number: number | null, isAtBoundary: boolean): Gap[] => {
  const { commit } = read
  const about = { connection: 'files', number, sha: commit.sha } as const
  if (isAtBoundary) {
    const message =
      'The clone ends here and lacks the commit before, so what changed cannot be told. Run git fetch --unshallow.'
    return [{ ...about, expected: null, found: 0, reason: 'shallow-clone', message }]
  }
  if (read.known !== 'all') {
    const message = `Objects are missing from the clone (${read.reason}). Run git fetch --refetch, or clone it again in full.`
    return [
      {
        ...about,
        expected: read.known === 'paths' ? commit.changedFiles : null,
        found: 0,
        reason: 'object-missing',
        message,
      },
    ]
  }
  if (commit.changedFiles <= filesKept) return []
  const message = `${commit.changedFiles} files changed; the first ${filesKept} are kept, the totals count all.`
  return [{ ...about, expected: commit.changedFiles, found: filesKept, reason: 'too-many', message }]
}
