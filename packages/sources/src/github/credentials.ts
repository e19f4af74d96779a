import { createHash } from 'node:crypto'
import { createAppAuth } from '@octokit/auth-app'
import { GitHubTokenRefused } from '../source-errors.ts'
import type { Clock } from './clock.ts'

export type GitHubAuth =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'app'; readonly appId: number; readonly installationId: number; readonly privateKey: string }
  | { readonly kind: 'anonymous' }

export type Credentials = {
  /** An app's tokens live for an hour, so ask each time; undefined for anonymous. */
  token(): Promise<string | undefined>
}

export type InstallationToken = { readonly token: string; readonly expiresAt: number }

/** A token that is about to expire could do so on the way. */
const EXPIRES_EARLY_MS = 60_000

export const createCredentials = (
  auth: GitHubAuth,
  options: {
    readonly clock: Clock
    /** Asks GitHub for a token of the installation, by the app's signature. */
    readonly requestToken: (installationId: number, jwt: string) => Promise<InstallationToken>
  },
): Credentials => {
  if (auth.kind === 'anonymous') return { token: async () => undefined }
  if (auth.kind === 'token') return { token: async () => auth.token }

  let current: Promise<InstallationToken> | undefined
  const renew = async () => options.requestToken(auth.installationId, await sign(auth, options.clock))
  return {
    token: async () => {
      const known = await current?.catch(() => undefined)
      if (!known || known.expiresAt - EXPIRES_EARLY_MS <= options.clock.now()) current = renew()
      return (await current)?.token
    },
  }
}

const sign = async ({ appId, privateKey }: GitHubAuth & { kind: 'app' }, clock: Clock): Promise<string> => {
  try {
    const timeDifference = Math.round((clock.now() - Date.now()) / 1_000)
    return (await createAppAuth({ appId, privateKey, timeDifference })({ type: 'app' })).token
  } catch {
    // What is thrown about a key may quote it.
    throw GitHubTokenRefused('app')
  }
}

/** Whose limits are spent, as a key that gives no secret away. */
export const accountOf = (auth: GitHubAuth, apiUrl: string): string => {
  const who = auth.kind === 'app' ? `${auth.appId} ${auth.installationId}` : auth.kind === 'token' ? auth.token : ''
  return createHash('sha256').update(`${apiUrl} ${auth.kind} ${who}`).digest('hex').slice(0, 16)
}
