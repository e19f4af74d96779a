import {
  type Environment,
  type GitHubAuth,
  openGitHubSource,
  openGitSource,
  type PullRequestSource,
  type RateBudget,
} from '@assay/sources'
import type { SourceLocations } from './source-location.ts'

export type SourceOptions = {
  locations: SourceLocations
  cacheDirectory: string
  allowLocal: boolean
  allowPrivate: boolean
  environment: Environment
  gitHub: { auth: GitHubAuth; apiUrl: string; gitUrl: string; transport: 'git' | 'api'; budget: RateBudget }
}

/** Opens what a job names: a repository on GitHub through its API where there is access, anything else with git. */
export const openSource = (
  given: string,
  { locations, gitHub, cacheDirectory, environment, ...local }: SourceOptions,
  signal: AbortSignal,
): Promise<PullRequestSource> => {
  const onGitHub = locations.onGitHub(given)
  if (onGitHub && gitHub.auth.kind !== 'anonymous') {
    return openGitHubSource({ ...onGitHub, ...gitHub, cacheDirectory, environment, signal })
  }
  return openGitSource({ ...local, location: locations.forGit(given), cacheDirectory, environment, signal })
}
