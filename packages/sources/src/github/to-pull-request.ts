import { withoutAddresses } from '../git/trailers.ts'
import {
  bodyCharactersKept,
  type Gap,
  type SourceAuthor,
  type SourceFlag,
  type SourcePullRequest,
  type SourceReview,
} from '../pull-request-source.ts'
import type { Account, PartNodes, RowNode } from './answers.ts'
import type { Details } from './details.ts'
import { linkedIssues } from './linked-issues.ts'
import type { Part, ReadPullRequest } from './parts.ts'

export type Mapped = { readonly pullRequest: SourcePullRequest; readonly gaps: readonly Gap[] }

/** What GitHub calls an account that was deleted. */
const GHOST = 'ghost'

/** GraphQL leaves out what marks a bot everywhere else, also in the addresses of its commits. */
const loginOf = (account: Account | null) => {
  if (account === null) return GHOST
  return account.__typename === 'Bot' && !account.login.endsWith('[bot]') ? `${account.login}[bot]` : account.login
}

export const toPullRequest = ({ row, parts }: ReadPullRequest, details: Details, nameWithOwner: string): Mapped => {
  const reviews = parts.timelineItems.nodes.flatMap(toReview)
  const author = toAuthor(row, details)
  const flags: SourceFlag[] = [...details.flags]
  if (row.body.length > bodyCharactersKept) flags.push('body-truncated')
  if (/^revert\b/i.test(row.title)) flags.push('revert')
  const pullRequest: SourcePullRequest = {
    number: row.number,
    sha: row.mergeCommit?.oid ?? row.headRefOid,
    title: row.title.toWellFormed(),
    body: withoutAddresses(row.body.replaceAll('\r\n', '\n')).slice(0, bodyCharactersKept).toWellFormed(),
    author,
    coAuthors: coAuthorsOf(author, details.people),
    // Merged by its state; GitHub gives the time with it.
    mergedAt: row.mergedAt ?? row.updatedAt,
    additions: row.additions,
    deletions: row.deletions,
    changedFiles: row.changedFiles,
    files: details.files,
    patchId: details.patchId,
    commitCount: details.commitCount,
    commits: details.commits,
    labels: parts.labels.nodes.map(({ name }) => name),
    reviewCount: reviews.length,
    reviews,
    linkedIssues: linkedIssues(row.body, parts.timelineItems.nodes, nameWithOwner),
    how: details.how,
    flags,
  }
  const gaps = [
    ...partGap('labels', row, parts.labels),
    // Its total may count entries that the filter leaves out, so only its pages tell whether it is whole.
    ...(parts.timelineItems.failure
      ? [...partGap('reviews', row, parts.timelineItems), ...partGap('linked-issues', row, parts.timelineItems)]
      : []),
    ...details.gaps,
  ]
  return { pullRequest, gaps }
}

/** What is missing of a nested list; nothing when it is whole. */
export const partGap = <Node>(connection: Gap['connection'], row: RowNode, part: Part<Node>): Gap[] => {
  const found = part.nodes.length
  if (!part.failure && (part.total === null || part.total === found)) return []
  return [
    {
      connection,
      number: row.number,
      sha: row.mergeCommit?.oid ?? null,
      expected: part.total,
      found,
      reason: part.failure?.reason ?? 'disagrees',
      message: part.failure
        ? `GitHub did not give all ${connection} of pull request ${row.number}.`
        : `GitHub counts ${part.total} entries for the ${connection} of pull request ${row.number} and lists ${found}.`,
    },
  ]
}

const states = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const

const toReview = (item: PartNodes['timelineItems']): SourceReview[] => {
  if (item.__typename !== 'PullRequestReview' || item.state === 'PENDING') return []
  return [{ reviewer: loginOf(item.author), state: states[item.state], submittedAt: item.submittedAt }]
}

/** GitHub keeps addresses to itself, so the address is that of the commits that are this account's without doubt. */
const toAuthor = ({ author }: RowNode, { people, squashedFrom }: Details): SourceAuthor => {
  const login = loginOf(author)
  const addresses = new Set(people.map(({ email }) => email))
  const named = people.find((person) => isSame(person.login, login)) ?? squashedFrom
  const own = named ?? (addresses.size === 1 ? people[0] : undefined)
  return { name: author?.name || own?.name || login, email: own?.email ?? null, login }
}

const coAuthorsOf = (author: SourceAuthor, people: readonly SourceAuthor[]): SourceAuthor[] => {
  const others = new Map<string, SourceAuthor>()
  for (const person of people) {
    if (isSame(person.email, author.email) || isSame(person.login, author.login)) continue
    if (author.email === null && person.name === author.name) continue
    const key = (person.email ?? person.login ?? person.name).toLowerCase()
    if (!others.has(key)) others.set(key, person)
  }
  return [...others.values()]
}

const isSame = (one: string | null, other: string | null) =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase()
