import { and, asc, desc, eq, getTableColumns, inArray, lt, sql as raw, type SQL } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { type DocumentStatus, documentParts, documents } from '../schema/documents.ts'

export type DocumentFilter = {
  name?: string | undefined
  status?: DocumentStatus | undefined
  /** Only the version that holds, of each name. */
  newest?: boolean | undefined
}

const isNewest = raw<boolean>`NOT EXISTS (SELECT 1 FROM documents later
  WHERE later.workspace = documents.workspace AND later.name = documents.name AND later.version > documents.version)`

const {
  text: _text,
  metadata: _metadata,
  map: _map,
  blocks: _blocks,
  ocr: _ocr,
  losses: _losses,
  quality: _quality,
  ...columns
} = getTableColumns(documents)
const listed = { ...columns, isNewest }

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number]

/** Documents of a workspace without their text, the newest first, before the one `before`. */
export function listDocuments(
  sql: Sql,
  workspace: string,
  { name, status, newest }: DocumentFilter,
  { before, limit }: { before: string | null; limit: number },
) {
  const conditions: SQL[] = [eq(documents.workspace, workspace)]
  if (name !== undefined) conditions.push(eq(documents.name, name))
  if (status) conditions.push(eq(documents.status, status))
  if (newest) conditions.push(isNewest)
  if (before) conditions.push(lt(documents.id, before))
  return sql.orm
    .select(listed)
    .from(documents)
    .where(and(...conditions))
    .orderBy(desc(documents.id))
    .limit(limit)
}

/** Those of the given documents that there are, without their text. */
export const findDocuments = (sql: Sql, workspace: string, ids: readonly string[]): Promise<ListedDocument[]> =>
  sql.orm
    .select(listed)
    .from(documents)
    .where(and(eq(documents.workspace, workspace), inArray(documents.id, [...ids])))

export type FoundDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** One document with everything that was made of it. */
export async function findDocument(sql: Sql, workspace: string, id: string) {
  const rows = await sql.orm
    .select({ ...getTableColumns(documents), isNewest })
    .from(documents)
    .where(and(eq(documents.workspace, workspace), eq(documents.id, id)))
  return rows.at(0)
}

/** The bytes of a document as they came, with its name; undefined if there is none any more. */
export async function loadDocumentBytes(
  sql: Sql,
  workspace: string,
  id: string,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  const [document] = await sql.orm
    .select({ name: documents.name })
    .from(documents)
    .where(and(eq(documents.workspace, workspace), eq(documents.id, id)))
  if (!document) return undefined
  const parts = await sql.orm
    .select({ bytes: documentParts.bytes })
    .from(documentParts)
    .where(eq(documentParts.documentId, id))
    .orderBy(asc(documentParts.position))
  return { name: document.name, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) }
}
