export type { FetchProgress } from './git/cached-clone.ts'
export { type GitSourceOptions, openGitSource } from './git/open-git-source.ts'
export {
  type CommitMessage,
  type PullRequestReference,
  readPullRequestReference,
} from './git/pull-request-reference.ts'
export type { Environment } from './git/run-git.ts'
export type {
  MergeMethod,
  PullRequestPage,
  PullRequestSource,
  SourceAuthor,
  SourceDescription,
  SourceFile,
  SourceFlag,
  SourcePullRequest,
} from './pull-request-source.ts'
export { type CheckedRemote, checkRemoteUrl, type RemoteUrlPolicy } from './remote/check-remote-url.ts'
export {
  GitMissing,
  SourceAddressRefused,
  SourceAddressUnresolved,
  SourceCursorUnknown,
  SourceEmpty,
  SourceFetchFailed,
  SourceHistoryUnreadable,
  SourceLocalPathRefused,
  SourceLocationInvalid,
  SourceNotARepository,
  SourceNotFound,
} from './source-errors.ts'
