import { and, eq, max } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import { documentParts, documents } from '../schema/documents.ts'

export type NewDocument = {
  workspace: string
  name: string
  contentHash: string
  mediaType: string
  sizeBytes: number
  parts: AsyncIterable<Buffer>
}

/** `known`: the same bytes are here already. `returned`: they were an older version, and are the newest again. */
export type Reception = { id: string; outcome: 'new' | 'new-version' | 'returned' | 'known' }

/** Keeps a document, once for the same bytes; other bytes under the same name are its next version. */
export async function receiveDocument(tx: Sql, { workspace, parts, ...given }: NewDocument): Promise<Reception> {
  // One at a time in a workspace, or two could take the same version. Keys and jobs are not held up by this lock.
  await tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR NO KEY UPDATE', [workspace])
  const [known] = await tx.orm
    .select({ id: documents.id, name: documents.name, version: documents.version })
    .from(documents)
    .where(and(eq(documents.workspace, workspace), eq(documents.contentHash, given.contentHash)))
  const name = known?.name ?? given.name
  const newest = await newestVersion(tx, workspace, name)
  if (known?.name === given.name && known.version < newest) {
    await tx.orm
      .update(documents)
      .set({ version: newest + 1 })
      .where(eq(documents.id, known.id))
    return { id: known.id, outcome: 'returned' }
  }
  if (known) return { id: known.id, outcome: 'known' }

  const id = uuidv7()
  await tx.orm.insert(documents).values({ id, workspace, version: newest + 1, ...given })
  let position = 0
  for await (const bytes of parts) {
    await tx.orm.insert(documentParts).values({ documentId: id, position, bytes })
    position += 1
  }
  return { id, outcome: newest === 0 ? 'new' : 'new-version' }
}

async function newestVersion(tx: Sql, workspace: string, name: string): Promise<number> {
  const [row] = await tx.orm
    .select({ version: max(documents.version) })
    .from(documents)
    .where(and(eq(documents.workspace, workspace), eq(documents.name, name)))
  return row?.version ?? 0
}
