import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import { apiKeys } from '../schema/workspaces.ts'

/** What a key may do; `admin` includes the others. */
export const scopes = ['read', 'submit', 'admin'] as const
export type Scope = (typeof scopes)[number]

export type ApiKey = Omit<typeof apiKeys.$inferSelect, 'secretHash' | 'scopes'> & { scopes: Scope[] }

const KEY = /^assay_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/

/** A plain hash serves: the secret has 256 random bits, so there is nothing to guess. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Makes a key. @returns it in full, this once: only its hash is kept. */
export async function createApiKey(
  sql: Sql,
  { workspace, name, scopes: granted }: { workspace: string; name: string; scopes: readonly Scope[] },
): Promise<{ id: string; key: string }> {
  const id = uuidv7()
  const secret = randomBytes(32).toString('base64url')
  await sql.orm.insert(apiKeys).values({ id, workspace, name, secretHash: hashOf(secret), scopes: [...granted] })
  return { id, key: `assay_${id.replaceAll('-', '')}_${secret}` }
}

/** The key that a caller shows, if it is ours, whole and not revoked. */
export async function findApiKey(sql: Sql, key: string): Promise<ApiKey | undefined> {
  const [, hex, secret] = KEY.exec(key) ?? []
  if (!hex || !secret) return undefined
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const [row] = await sql.orm
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .limit(1)
  if (!row || !timingSafeEqual(Buffer.from(row.secretHash), Buffer.from(hashOf(secret)))) return undefined
  return withoutHash(row)
}

/** A key of which only the id is known, as a session knows it, if it is not revoked. */
export async function findApiKeyById(sql: Sql, id: string): Promise<ApiKey | undefined> {
  const [row] = await sql.orm
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .limit(1)
  return row && withoutHash(row)
}

export const listApiKeys = async (sql: Sql, workspace: string): Promise<ApiKey[]> =>
  (await sql.orm.select().from(apiKeys).where(eq(apiKeys.workspace, workspace)).orderBy(asc(apiKeys.id))).map(
    withoutHash,
  )

/** @returns whether there was such a key that still worked. */
export const revokeApiKey = async (sql: Sql, workspace: string, id: string): Promise<boolean> =>
  (
    await sql.orm
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiKeys.id, id), eq(apiKeys.workspace, workspace), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id })
  ).length === 1

/** Notes when keys were last used, once a minute at most for each. */
export async function noteKeyUse(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `UPDATE api_keys SET last_used_at = now()
      WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [id],
  )
}

const withoutHash = ({ secretHash: _secretHash, ...key }: typeof apiKeys.$inferSelect): ApiKey => ({
  ...key,
  scopes: key.scopes.filter((scope): scope is Scope => (scopes as readonly string[]).includes(scope)),
})
