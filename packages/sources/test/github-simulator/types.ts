import type { FaultName, FaultPlan, RequestKind } from './faults.ts'

export type SimulatedIssue = { number: number; repository: string }

export type SimulatedReview = {
  id: string
  /** Null for a deleted account. */
  reviewer: string | null
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'
  submittedAt: string
  body: string
}

export type SimulatedFile = {
  path: string
  previousPath?: string
  additions: number
  deletions: number
  changeType: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED'
}

export type SimulatedCommit = {
  sha: string
  title: string
  message: string
  authorName: string
  authorEmail: string
  authorLogin: string | null
  authoredAt: string
}

export type SimulatedPullRequest = {
  number: number
  state: 'MERGED' | 'OPEN' | 'CLOSED'
  title: string
  body: string
  /** Null for a deleted account ("ghost"). */
  author: { login: string; databaseId: number; bot?: boolean } | null
  createdAt: string
  updatedAt: string
  mergedAt: string | null
  additions: number
  deletions: number
  changedFiles: number
  mergeCommitSha: string | null
  /** Of the merge commit. When left out: 1 if it is one of the commits (a squash or rebase), else 2. */
  mergeParents?: number
  headSha: string
  /** Where the base branch stood. When left out the repository's head. */
  baseSha?: string
  baseRef: string
  labels: string[]
  reviews: SimulatedReview[]
  /** Linked by hand: a ConnectedEvent in the timeline. */
  connectedIssues: SimulatedIssue[]
  /** Linked and unlinked again: a ConnectedEvent, then a DisconnectedEvent. */
  disconnectedIssues: SimulatedIssue[]
  /** What `closingIssuesReferences` gives: named by a keyword in the body, or connected. */
  closingIssues: SimulatedIssue[]
  files: SimulatedFile[]
  commits: SimulatedCommit[]
}

export type SimulatedRepository = {
  owner: string
  name: string
  databaseId: number
  visibility: 'PUBLIC' | 'PRIVATE' | 'INTERNAL'
  /** SPDX identifier. */
  license: string | null
  defaultBranch: string
  headSha: string
  /** A clone, bare or not; null where git answers 404. It is only read. */
  gitDirectory: string | null
  pullRequests: SimulatedPullRequest[]
}

/** docs.github.com: "Rate limits for the REST API", "Rate limits and query limits for the GraphQL API". */
export type Limits = {
  graphqlPointsPerHour: number
  restPerHour: number
  /** Requests without a token. */
  anonymousRestPerHour: number
  /** Requests under way at once, REST and GraphQL together. */
  concurrent: number
  graphqlPointsPerMinute: number
  restPointsPerMinute: number
}

export const githubLimits: Readonly<Limits> = {
  graphqlPointsPerHour: 5_000,
  restPerHour: 5_000,
  anonymousRestPerHour: 60,
  concurrent: 100,
  graphqlPointsPerMinute: 2_000,
  restPointsPerMinute: 900,
}

export type SimulatorOptions = {
  repositories: readonly SimulatedRepository[]
  /** Tokens accepted. Each sees public repositories and those it lists. Without one: public ones, by REST and git only. */
  tokens?: Readonly<Record<string, { repositories: 'all' | readonly string[] }>>
  /** A GitHub App: its JSON web tokens are checked, its installation tokens last an hour and see every repository. */
  app?: { id: number; installationId: number; publicKeyPem: string }
  /** Milliseconds. Every window, reset, expiry and Date header follows it. */
  now?: () => number
  faults?: FaultPlan
  limits?: Partial<Limits>
  /** What a refusal by fault tells to wait. Default 60, as GitHub mostly says. */
  retryAfterSeconds?: number
  /** Answers are held back by 0 to this many milliseconds, so that concurrent ones overtake each other. */
  reorderDelayMs?: number
}

export type RecordedRequest = {
  readonly kind: RequestKind
  readonly method: string
  /** With its query string. */
  readonly path: string
  /** By the simulator's clock. */
  readonly at: number
  /** Null while under way, and where the socket was destroyed before a status was sent. */
  readonly status: number | null
  readonly fault: FaultName | null
  /** Points taken from the primary limit. */
  readonly cost: number
  readonly operationName: string | null
}

export type GitHubSimulator = {
  readonly url: string
  readonly requests: readonly RecordedRequest[]
  /** GraphQL points by the documented formula, of all callers. */
  pointsUsed(): number
  /** What the client did that GitHub asks not to do. */
  readonly violations: readonly string[]
  /** To be changed by tests between runs. @throws when there is none. */
  repository(nameWithOwner: string): SimulatedRepository
  /** Renames or transfers it: REST and git answer 301, GraphQL follows. */
  move(from: string, to: string): void
  remove(nameWithOwner: string): void
  setFaults(plan: FaultPlan | undefined): void
  close(): Promise<void>
}
