import { defineError } from '@assay/contracts'

export const SourceLocationInvalid = defineError('SOURCE_LOCATION_INVALID', {
  retry: 'never',
  status: 422,
  message: (location: string, reason: string) =>
    `The source '${location}' cannot be used: ${reason}. Give a path of a git repository or an https, ssh or git address.`,
})

export const SourceLocalPathRefused = defineError('SOURCE_LOCAL_PATH_REFUSED', {
  retry: 'never',
  status: 422,
  message: (location: string) =>
    `The source '${location}' is a path on this machine, and local paths are switched off here. Give the repository's https address.`,
})

export const SourceAddressRefused = defineError('SOURCE_ADDRESS_REFUSED', {
  retry: 'never',
  status: 422,
  message: (address: string, reason: string) => `The address '${address}' is refused: ${reason}.`,
})

export const SourceAddressUnresolved = defineError('SOURCE_ADDRESS_UNRESOLVED', {
  retry: 'later',
  status: 502,
  message: (host: string) => `The host '${host}' has no address. Check its spelling and this machine's name service.`,
})

export const SourceNotFound = defineError('SOURCE_NOT_FOUND', {
  retry: 'never',
  status: 404,
  message: (location: string) => `Nothing is at '${location}'. Check the path, and that this process may read it.`,
})

export const SourceNotARepository = defineError('SOURCE_NOT_A_REPOSITORY', {
  retry: 'never',
  status: 422,
  message: (location: string) =>
    `'${location}' is not a git repository. Give the folder that holds '.git', or a bare repository.`,
})

export const SourceEmpty = defineError('SOURCE_EMPTY', {
  retry: 'never',
  status: 422,
  message: (location: string, branch: string) =>
    `'${location}' has no commits on '${branch}'. Push or check out a branch with commits, then collect again.`,
})

export const SourceCursorUnknown = defineError('SOURCE_CURSOR_UNKNOWN', {
  retry: 'never',
  status: 409,
  message: (after: string) =>
    `The commit '${after}' is not in the history of the default branch: it was rewritten. Collect from the beginning.`,
})

export const SourceHistoryUnreadable = defineError('SOURCE_HISTORY_UNREADABLE', {
  retry: 'later',
  status: 502,
  message: (location: string, reason: string) =>
    `git could not read the whole history of '${location}': ${reason}. If objects are missing, run 'git fetch --refetch' or clone it again in full.`,
})

export const SourceFetchFailed = defineError('SOURCE_FETCH_FAILED', {
  retry: 'later',
  status: 502,
  message: (location: string, reason: string) =>
    `git could not fetch '${location}': ${reason}. Check the address, and give a token if the repository is private.`,
})

export const GitMissing = defineError('GIT_MISSING', {
  retry: 'later',
  status: 503,
  message: () => `The program 'git' was not found. Install git 2.31 or newer and make sure that it is on PATH.`,
})

export const GitHubTokenMissing = defineError('GITHUB_TOKEN_MISSING', {
  retry: 'never',
  status: 422,
  message: (repository: string, gitAddress: string) =>
    `GitHub answers questions about '${repository}' only with a token. Set GITHUB_TOKEN, or give the git address '${gitAddress}' to read its history without one.`,
})

export const GitHubTokenRefused = defineError('GITHUB_TOKEN_REFUSED', {
  retry: 'never',
  status: 422,
  message: (what: 'token' | 'app') =>
    what === 'token'
      ? 'GitHub refuses the token: it is wrong, expired or revoked. Set GITHUB_TOKEN to one that is valid.'
      : 'GitHub refuses the app: its id, installation or private key is wrong. Correct them, or set GITHUB_TOKEN instead.',
})

export const GitHubRepositoryNotVisible = defineError('GITHUB_REPOSITORY_NOT_VISIBLE', {
  retry: 'never',
  status: 404,
  message: (repository: string) =>
    `GitHub shows no repository '${repository}'. Check its spelling; a private one needs a GITHUB_TOKEN that may read it.`,
})

export const GitHubForbidden = defineError('GITHUB_FORBIDDEN', {
  retry: 'never',
  status: 403,
  message: (repository: string, reason: string) =>
    `GitHub does not let this token read '${repository}': ${reason}. Give it the right to read contents and pull requests; an organization with single sign-on has to authorize it too.`,
})

export const GitHubAnswerBroken = defineError('GITHUB_ANSWER_BROKEN', {
  retry: 'later',
  status: 502,
  message: (asked: string, reason: string) =>
    `GitHub gave no usable answer to ${asked}: ${reason}. Nothing is lost; it is asked again later.`,
})
