import type { SimulatedPullRequest, SimulatedRepository } from './types.ts'
import { accountIdOf, utcSeconds } from './world.ts'

const start = Date.UTC(2024, 0, 1)
const hourMs = 3_600_000

/** A merged pull request with nothing special: an hour younger for each number. */
export const samplePullRequest = (
  number: number,
  changes: Partial<SimulatedPullRequest> = {},
): SimulatedPullRequest => {
  const sha = number.toString(16).padStart(40, '0')
  const mergedAt = utcSeconds(start + number * hourMs)
  return {
    number,
    state: 'MERGED',
    title: `Change ${number}`,
    body: `What change ${number} is for.`,
    author: { login: 'ada', databaseId: accountIdOf('ada') },
    createdAt: utcSeconds(start + number * hourMs - hourMs / 2),
    updatedAt: mergedAt,
    mergedAt,
    additions: 3,
    deletions: 1,
    changedFiles: 1,
    mergeCommitSha: sha,
    headSha: sha,
    baseRef: 'main',
    labels: [],
    reviews: [],
    connectedIssues: [],
    disconnectedIssues: [],
    closingIssues: [],
    files: [{ path: 'README.md', additions: 3, deletions: 1, changeType: 'MODIFIED' }],
    commits: [
      {
        sha,
        title: `Change ${number}`,
        message: `Change ${number}\n\nIn full.`,
        authorName: 'Ada',
        authorEmail: 'ada@example.org',
        authorLogin: 'ada',
        authoredAt: mergedAt,
      },
    ],
    ...changes,
  }
}

/** A public repository `octo/hello` with pull requests 1 to `count`. */
export const sampleRepository = (count: number, changes: Partial<SimulatedRepository> = {}): SimulatedRepository => ({
  owner: 'octo',
  name: 'hello',
  databaseId: 4_711,
  visibility: 'PUBLIC',
  license: 'MIT',
  defaultBranch: 'main',
  headSha: 'f'.repeat(40),
  gitDirectory: null,
  pullRequests: Array.from({ length: count }, (_, index) => samplePullRequest(index + 1)),
  ...changes,
})
