const OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/

/** What a user writes for a repository as git understands it: `owner/name` is a repository on GitHub. */
export const sourceLocation = (given: string): string =>
  OWNER_AND_NAME.test(given) ? `https://github.com/${given}.git` : given
