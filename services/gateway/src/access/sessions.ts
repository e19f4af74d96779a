import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Database, useSignInLink } from '@assay/db'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a signed word says and until when it holds (milliseconds since 1970). */
type Claim = { purpose: 'session' | 'sign-in'; keyId: string; id: string; until: number }

const COOKIE = 'assay_session'
const SESSION_MS = 12 * 3_600_000
const SIGN_IN_MS = 10 * 60_000

/**
 * Sessions of people at the console, and the links that start them. Both are signed words that name an API key, so a
 * session can do what its key can, and ends when that is revoked. Of links it is noted that they were used.
 */
export function createSessions(db: Database, secret: string) {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')

  const issue = (purpose: Claim['purpose'], keyId: string, lastsMs: number): string => {
    const claim: Claim = { purpose, keyId, id: randomBytes(9).toString('base64url'), until: Date.now() + lastsMs }
    const text = Buffer.from(JSON.stringify(claim)).toString('base64url')
    return `${text}.${sign(text)}`
  }
  const read = (word: string | undefined, purpose: Claim['purpose']): Claim | null => {
    const [text, signature] = word?.split('.') ?? []
    if (!text || !signature) return null
    const expected = Buffer.from(sign(text))
    const given = Buffer.from(signature)
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
    const claim: Claim = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return claim.purpose === purpose && claim.until > Date.now() ? claim : null
  }

  return {
    start: (request: FastifyRequest, reply: FastifyReply, keyId: string) =>
      reply.setCookie(COOKIE, issue('session', keyId, SESSION_MS), {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https',
        maxAge: SESSION_MS / 1_000,
      }),
    end: (reply: FastifyReply) => reply.clearCookie(COOKIE, { path: '/' }),
    /** The session of who sent the request: the id of the key that it was started with, and when it ends. */
    of(request: FastifyRequest): { keyId: string; until: Date } | null {
      const claim = read(request.cookies[COOKIE], 'session')
      return claim && { keyId: claim.keyId, until: new Date(claim.until) }
    },
    signInToken: (keyId: string) => issue('sign-in', keyId, SIGN_IN_MS),
    /** @returns the id of the key that the token stands for, once. */
    async redeem(token: string): Promise<string | null> {
      const claim = read(token, 'sign-in')
      if (!claim || !(await useSignInLink(db, { id: claim.id, until: new Date(claim.until) }))) return null
      return claim.keyId
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
