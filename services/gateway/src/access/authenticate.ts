import { Forbidden, Unauthenticated } from '@assay/contracts'
import { type ApiKey, type Database, findApiKey, noteKeyUse, type Scope } from '@assay/db'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must be allowed to do to use the route. */
    scope?: Scope
  }
}

export type Caller = { keyId: string; workspace: string; scopes: readonly Scope[] }

const REMEMBERED_MS = 3_000
const REMEMBERED_KEYS = 10_000
const callers = new WeakMap<FastifyRequest, Caller>()

/** Who sent the request. Only below the hook that authenticates. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request)
  if (!caller) throw Unauthenticated()
  return caller
}

export const allows = (granted: readonly Scope[], scope: Scope) => granted.includes(scope) || granted.includes('admin')

/** Looks keys up, and remembers the answer for a moment: a revoked key is refused within three seconds. */
export function createKeyring(db: Database) {
  const remembered = new Map<string, { key: ApiKey; until: number }>()

  const find = async (secret: string): Promise<ApiKey | undefined> => {
    const known = remembered.get(secret)
    if (known && known.until > performance.now()) return known.key
    const key = await findApiKey(db, secret)
    remembered.delete(secret)
    if (!key) return undefined
    if (remembered.size >= REMEMBERED_KEYS) remembered.clear()
    remembered.set(secret, { key, until: performance.now() + REMEMBERED_MS })
    await noteKeyUse(db, key.id)
    return key
  }

  /** The hook of all routes that need a key: who calls, and may they? */
  const authenticate = async (request: FastifyRequest): Promise<void> => {
    const [, secret] = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
    const key = secret ? await find(secret) : undefined
    if (!key) throw Unauthenticated()
    const scope = request.routeOptions.config.scope ?? 'admin'
    if (!allows(key.scopes, scope)) throw Forbidden(scope)
    callers.set(request, { keyId: key.id, workspace: key.workspace, scopes: key.scopes })
  }
  return { find, authenticate }
}

export type Keyring = ReturnType<typeof createKeyring>
