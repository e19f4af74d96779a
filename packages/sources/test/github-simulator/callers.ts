import { createHash, randomBytes, verify } from 'node:crypto'
import { hashOf } from './random.ts'
import type { SimulatedRepository, SimulatorOptions } from './types.ts'

/** Who asks, and what they may see. */
export type Caller = {
  readonly key: string
  readonly id: number
  readonly login: string
  readonly authenticated: boolean
  /** @param names - the name it has and those it had. */
  mayRead(repository: SimulatedRepository, names: readonly string[]): boolean
}

export type Callers = ReturnType<typeof createCallers>

const hourMs = 3_600_000
const jwtLifeSeconds = 600
const skewSeconds = 60

const anonymous: Caller = {
  key: 'anonymous',
  id: 0,
  login: '',
  authenticated: false,
  mayRead: ({ visibility }) => visibility === 'PUBLIC',
}

const callerWith = (token: string, login: string, repositories: 'all' | readonly string[]): Caller => {
  const listed = repositories === 'all' ? null : new Set(repositories.map((name) => name.toLowerCase()))
  return {
    key: createHash('sha256').update(token).digest('hex').slice(0, 16),
    id: hashOf(login) % 100_000_000,
    login,
    authenticated: true,
    mayRead: ({ visibility }, names) =>
      visibility === 'PUBLIC' || listed === null || names.some((name) => listed.has(name)),
  }
}

/** The token in `Bearer X`, `token X` or, as git sends it, `Basic base64(user:X)`. */
const tokenIn = (authorization: string): string | null => {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/)
  if (/^(bearer|token)$/i.test(scheme)) return value
  if (!/^basic$/i.test(scheme)) return null
  const [user = '', password = ''] = Buffer.from(value, 'base64').toString('utf8').split(':')
  return password === '' || password === 'x-oauth-basic' ? user : password
}

/** The tokens that are known, and those the app gets. */
export const createCallers = ({ tokens = {}, app }: SimulatorOptions, now: () => number) => {
  const known = new Map(
    Object.entries(tokens).map(([token, { repositories }], index) => [
      token,
      callerWith(token, `user-${index + 1}`, repositories),
    ]),
  )
  const installation = new Map<string, { caller: Caller; expiresAt: number }>()

  return {
    /** Null for a token that is not (or no longer) known. */
    identify: (authorization: string | undefined): Caller | null => {
      if (authorization === undefined) return anonymous
      const token = tokenIn(authorization)
      if (token === null) return null
      const issued = installation.get(token)
      if (issued !== undefined) return now() < issued.expiresAt ? issued.caller : null
      return known.get(token) ?? null
    },

    /** The reason why this is not a valid JSON web token of the app; null when it is one. */
    refuseJwt: (authorization: string | undefined): string | null => {
      const jwt = authorization === undefined ? null : tokenIn(authorization)
      if (app === undefined || jwt === null) return 'A JSON web token could not be decoded'
      return refuseJwt(jwt, app, now() / 1_000)
    },

    /** docs.github.com, "Generating an installation access token": it expires after one hour. */
    issueToken: (repositories: 'all' | readonly string[]): { token: string; expiresAt: number } => {
      const token = `ghs_${randomBytes(18).toString('hex')}`
      const expiresAt = now() + hourMs
      const login = `app-${app?.id ?? 0}[bot]`
      // All tokens of one installation share one budget.
      const caller = { ...callerWith(token, login, repositories), key: `installation-${app?.installationId ?? 0}` }
      installation.set(token, { caller, expiresAt })
      return { token, expiresAt }
    },
  }
}

const partOf = (text: string | undefined): Record<string, unknown> => {
  const value: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'))
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** docs.github.com, "Generating a JSON Web Token (JWT) for a GitHub App". The messages are those that clients look for. */
const refuseJwt = (jwt: string, app: NonNullable<SimulatorOptions['app']>, nowSeconds: number): string | null => {
  try {
    const [head, claims, signature] = jwt.split('.')
    const { iss, iat, exp } = partOf(claims)
    if (partOf(head).alg !== 'RS256' || signature === undefined) return 'A JSON web token could not be decoded'
    const signed = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${claims}`),
      app.publicKeyPem,
      Buffer.from(signature, 'base64url'),
    )
    if (!signed) return 'A JSON web token could not be decoded'
    if (String(iss) !== String(app.id)) return 'Integration not found'
    if (typeof iat !== 'number' || iat > nowSeconds + skewSeconds) {
      return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
    }
    if (typeof exp !== 'number' || exp <= nowSeconds) {
      return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
    }
    if (exp > nowSeconds + jwtLifeSeconds + skewSeconds)
      return "'Expiration time' claim ('exp') is too far in the future"
    return null
  } catch {
    return 'A JSON web token could not be decoded'
  }
}
