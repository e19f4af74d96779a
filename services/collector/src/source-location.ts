const OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/

export type SourceLocations = {
  /** Owner and name of a repository on GitHub, however it was written; nothing for any other source. */
  onGitHub(given: string): { owner: string; name: string } | undefined
  /** What a user writes for a repository as git understands it. */
  forGit(given: string): string
  /** One name for one repository: what is on GitHub has many addresses. */
  origin(given: string): string
}

/** @param gitHubUrl `https://github.com`, or a GitHub Enterprise server. */
export const createSourceLocations = (gitHubUrl: string): SourceLocations => {
  const base = gitHubUrl.replace(/\/+$/, '')
  const host = RegExp.escape(new URL(base).host)
  const address = new RegExp(
    String.raw`^(?:(?:https?|ssh|git)://(?:[^/@\s]+@)?${host}/|[^/@\s]+@${host}:)([^/\s]+)/([^/\s]+?)(?:\.git)?/?$`,
    'i',
  )
  const onGitHub = (given: string) => {
    const [, owner, name] = address.exec(OWNER_AND_NAME.test(given) ? `${base}/${given}` : given) ?? []
    return owner && name ? { owner, name } : undefined
  }
  return {
    onGitHub,
    forGit: (given) => (OWNER_AND_NAME.test(given) ? `${base}/${given.replace(/\.git$/, '')}.git` : given),
    origin: (given) => {
      const found = onGitHub(given)
      return found ? `${base}/${found.owner}/${found.name}` : given
    },
  }
}
