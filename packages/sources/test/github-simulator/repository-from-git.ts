import { readGitPullRequests } from './git/read-pull-requests.ts'
import { createInventor, type Inventor } from './invent.ts'
import type {
  SimulatedCommit,
  SimulatedFile,
  SimulatedIssue,
  SimulatedPullRequest,
  SimulatedRepository,
} from './types.ts'
import { accountIdOf, utcSeconds } from './world.ts'

export type RepositoryFromGitOptions = {
  gitDirectory: string
  owner: string
  name: string
  seed: number
  /** At most so many, the newest ones. */
  pullRequests?: number
  /**
   * Gives a few pull requests more reviews, commits and files than a page of GitHub's holds. The additional commits and
   * files are not in the git history.
   */
  withLongLists?: boolean
}

type GitPullRequest = Awaited<ReturnType<typeof readGitPullRequests>>['pullRequests'][number]

const hourMs = 3_600_000

/**
 * A repository as GitHub might show it, made of a real history. Numbers, titles, descriptions, files, sizes and commits
 * are the history's own; accounts, reviews, labels and links made by hand are drawn by `seed`. Besides the merged pull
 * requests there are some open and closed ones, under numbers that the history does not use.
 */
export const repositoryFromGit = async (options: RepositoryFromGitOptions): Promise<SimulatedRepository> => {
  const { gitDirectory, owner, name, seed } = options
  const read = await readGitPullRequests(gitDirectory)
  const kept = [...read.pullRequests].sort((a, b) => a.number - b.number).slice(-(options.pullRequests ?? Infinity))
  const merged = kept.map((pullRequest, index) => {
    const isLong = options.withLongLists === true && index % 20 === 3
    return mergedPullRequest(
      pullRequest,
      `${owner}/${name}`,
      read.defaultBranch,
      createInventor(seed, pullRequest.number),
      isLong,
    )
  })
  return {
    owner,
    name,
    databaseId: accountIdOf(`${owner}/${name}`),
    visibility: 'PUBLIC',
    license: read.license,
    defaultBranch: read.defaultBranch,
    headSha: read.head,
    gitDirectory,
    pullRequests: [...merged, ...unmerged(merged, seed)].sort((a, b) => a.number - b.number),
  }
}

const mergedPullRequest = (
  git: GitPullRequest,
  repository: string,
  baseRef: string,
  invent: Inventor,
  isLong: boolean,
): SimulatedPullRequest => {
  const mergedAt = utcSeconds(git.mergedAt)
  const createdAt = utcSeconds(Date.parse(mergedAt) - (1 + invent.below(72)) * hourMs)
  const connectedIssues = invent.issues(repository, 0.1)
  const commits = git.commits.map((commit) => ({ ...commit, authorLogin: invent.chance(0.1) ? null : loginOf(commit) }))
  const files = [...git.files, ...(isLong ? additionalFiles(git.number) : [])]
  return {
    number: git.number,
    state: 'MERGED',
    title: git.title,
    body: git.body,
    author: authorOf(git, invent),
    createdAt,
    // Whole days for some, so that several pull requests have the same time.
    updatedAt: invent.chance(0.3) ? endOfDay(mergedAt) : mergedAt,
    mergedAt,
    additions: git.additions + (isLong ? longListLength : 0),
    deletions: git.deletions,
    changedFiles: git.changedFiles + (isLong ? longListLength : 0),
    mergeCommitSha: git.sha,
    mergeParents: git.parents.length,
    headSha: git.headSha,
    ...(git.parents[0] === undefined ? {} : { baseSha: git.parents[0] }),
    baseRef,
    labels: invent.labels(),
    reviews: invent.reviews(createdAt, isLong),
    connectedIssues,
    disconnectedIssues: invent.issues(repository, 0.05),
    closingIssues: [...git.linkedIssues.map((text) => readIssue(text, repository)), ...connectedIssues],
    files,
    commits: isLong ? [...additionalCommits(git.number, createdAt), ...commits] : commits,
  }
}

const longListLength = 120

const additionalFiles = (number: number): SimulatedFile[] =>
  Array.from({ length: longListLength }, (_, index) => ({
    path: `generated/${number}/datei-${index}-ü.txt`,
    additions: 1,
    deletions: 0,
    changeType: 'ADDED',
  }))

const additionalCommits = (number: number, authoredAt: string): SimulatedCommit[] =>
  Array.from({ length: longListLength }, (_, index) => {
    const sha = `${number.toString(16)}a${index.toString(16)}`.padStart(40, '9')
    const title = `Step ${index} of ${longListLength}`
    return {
      sha,
      title,
      message: title,
      authorName: 'Ada',
      authorEmail: 'ada@example.org',
      authorLogin: 'ada',
      authoredAt,
    }
  })

/** Every twentieth account is gone; bots are known by their name. */
const authorOf = (git: GitPullRequest, invent: Inventor): SimulatedPullRequest['author'] => {
  const login = loginOf(git)
  if (login.endsWith('[bot]'))
    return { login: login.slice(0, -'[bot]'.length), databaseId: accountIdOf(login), bot: true }
  return invent.chance(0.05) ? null : { login, databaseId: accountIdOf(login) }
}

/** The account that an address or a name suggests. */
const loginOf = ({ authorName, authorEmail }: { authorName: string; authorEmail: string }): string => {
  if (/\[bot\]|dependabot|renovate|greenkeeper|snyk-bot/i.test(authorName)) {
    return `${authorName
      .replace(/\[bot\]$/, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')}[bot]`
  }
  const noReply = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(authorEmail)?.[1]
  const login = (noReply ?? authorName)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return login === '' ? `user-${accountIdOf(authorEmail)}` : login
}

const readIssue = (text: string, repository: string): SimulatedIssue => {
  const [elsewhere = '', number = ''] = text.split('#')
  return { number: Number(number), repository: elsewhere === '' ? repository : elsewhere }
}

const endOfDay = (time: string): string => `${time.slice(0, 10)}T23:59:59Z`

/** One open or closed pull request for every twenty merged ones; titles and descriptions as odd as people write them. */
const unmerged = (merged: readonly SimulatedPullRequest[], seed: number): SimulatedPullRequest[] => {
  const used = new Set(merged.map(({ number }) => number))
  const last = merged.at(-1)
  if (last === undefined) return []
  return Array.from({ length: Math.ceil(merged.length / 20) }, (_, index) => {
    let number = last.number + index + 1
    const free = merged[index * 20]?.number
    if (index % 2 === 0 && free !== undefined && !used.has(free + 1)) number = free + 1
    used.add(number)
    const invent = createInventor(seed, number)
    const model = merged[Math.min(index * 20, merged.length - 1)] ?? last
    return {
      ...model,
      number,
      state: index % 2 === 0 ? 'CLOSED' : 'OPEN',
      title: invent.oddText(),
      body: invent.chance(0.5) ? invent.oddText() : '',
      mergedAt: null,
      mergeCommitSha: null,
      reviews: invent.reviews(model.createdAt, false),
    }
  })
}
