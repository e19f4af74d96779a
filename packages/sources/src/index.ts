export { type FetchProgress, removeCachedClone } from './git/cached-clone.ts'
export { type GitSourceOptions, openGitSource } from './git/open-git-source.ts'
export {
  type CommitMessage,
  type PullRequestReference,
  readPullRequestReference,
} from './git/pull-request-reference.ts'
export type { Environment } from './git/run-git.ts'
export { type Clock, systemClock } from './github/clock.ts'
export type { GitHubAuth } from './github/credentials.ts'
export { type GitHubSourceOptions, openGitHubSource } from './github/open-github-source.ts'
export {
  createMemoryRateBudget,
  pointsPerMinute,
  type RateBudget,
  type Resource,
  requestsAtOnce,
} from './github/rate-budget.ts'
export * from './pull-request-source.ts'
export { type CheckedRemote, checkRemoteUrl, type RemoteUrlPolicy } from './remote/check-remote-url.ts'
export * from './source-errors.ts'
