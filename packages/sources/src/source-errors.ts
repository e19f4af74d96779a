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
