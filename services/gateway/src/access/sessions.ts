import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a signed word says and until when it holds (milliseconds since 1970). */
type Claim = { purpose: 'session' | 'sign-in'; workspace: string; id: string; until: number }

export const SESSION_MS = 12 * 3_600_000
const SIGN_IN_MS = 10 * 60_000

/**
 * Sessions of people at the console, and the links that start them. Both are signed words, so nothing is stored; a
 * link works once, in the process that has seen it.
 */
export function createSessions(secret: string) {
  const used = new Map<string, number>()
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')

  const issue = (claim: Claim): string => {
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
  const fresh = (purpose: Claim['purpose'], workspace: string, lastsMs: number) =>
    issue({ purpose, workspace, id: randomBytes(9).toString('base64url'), until: Date.now() + lastsMs })

  return {
    start: (workspace: string) => fresh('session', workspace, SESSION_MS),
    read: (word: string | undefined) => read(word, 'session'),
    signInToken: (workspace: string) => fresh('sign-in', workspace, SIGN_IN_MS),
    /** @returns the workspace that the token opens, once. */
    redeem(token: string): string | null {
      const claim = read(token, 'sign-in')
      if (!claim || used.has(claim.id)) return null
      for (const [id, until] of used) if (until < Date.now()) used.delete(id)
      used.set(claim.id, claim.until)
      return claim.workspace
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
