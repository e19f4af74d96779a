import { Forbidden, Unauthenticated } from '@assay/contracts'
import { type ApiKey, type Database, findApiKey, findApiKeyById, noteKeyUse, type Scope } from '@assay/db'
import type { FastifyRequest } from 'fastify'
import { saysSameOrigin } from './same-origin.ts'
import type { Sessions } from './sessions.ts'

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
export function createKeyring(db: Database, sessions: Sessions) {
  const remembered = new Map<string, { key: ApiKey; until: number }>()

  const remember =
    (look: (db: Database, name: string) => Promise<ApiKey | undefined>) =>
    async (name: string): Promise<ApiKey | undefined> => {
      const known = remembered.get(name)
      if (known && known.until > performance.now()) return known.key
      const key = await look(db, name)
      remembered.delete(name)
      if (!key) return undefined
      if (remembered.size >= REMEMBERED_KEYS) remembered.clear()
      remembered.set(name, { key, until: performance.now() + REMEMBERED_MS })
      await noteKeyUse(db, key.id)
      return key
    }
  const find = remember(findApiKey)
  const findById = remember(findApiKeyById)

  /** The key of who is signed in at the console. */
  const ofSession = async (request: FastifyRequest): Promise<ApiKey | undefined> => {
    const session = sessions.of(request)
    return session ? findById(session.keyId) : undefined
  }

  const ofRequest = async (request: FastifyRequest): Promise<ApiKey | undefined> => {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      const [, secret] = /^bearer +(\S+) *$/i.exec(authorization) ?? []
      return secret ? find(secret) : undefined
    }
    // A browser sends the cookie along whoever asked it to; what changes something must come from our own pages.
    return request.method === 'GET' || saysSameOrigin(request) ? ofSession(request) : undefined
  }

  /** The hook of all routes that need a key, shown or signed in with: who calls, and may they? */
  const authenticate = async (request: FastifyRequest): Promise<void> => {
    const key = await ofRequest(request)
    if (!key) throw Unauthenticated()
    const scope = request.routeOptions.config.scope ?? 'admin'
    if (!allows(key.scopes, scope)) throw Forbidden(scope)
    callers.set(request, { keyId: key.id, workspace: key.workspace, scopes: key.scopes })
  }
  return { find, findById, ofSession, authenticate }
}

export type Keyring = ReturnType<typeof createKeyring>
