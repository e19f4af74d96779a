import type { GitHubAuth } from '@assay/sources'
import { z } from 'zod'

export const gitHubEnv = z.object({
  /** A personal access token; what it may read is what can be collected. */
  GITHUB_TOKEN: z.string().optional(),
  /** A GitHub App instead of a token: its own quota, and only the permissions it was given. */
  GITHUB_APP_ID: z.coerce.number().int().positive().optional(),
  GITHUB_APP_INSTALLATION_ID: z.coerce.number().int().positive().optional(),
  /** PEM; line breaks may be written as \\n. */
  GITHUB_APP_PRIVATE_KEY: z.string().optional(),
  /** For GitHub Enterprise: https://HOST/api/v3, and https://HOST below. */
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_URL: z.url().default('https://github.com'),
  /** Where files and commits come from: a clone, or the API where clones are not wanted. */
  ASSAY_GITHUB_TRANSPORT: z.enum(['git', 'api']).default('git'),
})

/** The App where one is set, else the token; anonymous callers have no GraphQL. */
export const gitHubAuth = (env: z.output<typeof gitHubEnv>): GitHubAuth => {
  const { GITHUB_APP_ID: appId, GITHUB_APP_INSTALLATION_ID: installationId, GITHUB_APP_PRIVATE_KEY: key } = env
  if (appId !== undefined && installationId !== undefined && key !== undefined) {
    return { kind: 'app', appId, installationId, privateKey: key.replaceAll('\\n', '\n') }
  }
  return env.GITHUB_TOKEN ? { kind: 'token', token: env.GITHUB_TOKEN } : { kind: 'anonymous' }
}
