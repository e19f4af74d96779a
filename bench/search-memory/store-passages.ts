import { type Database, replaceChunks } from '@assay/db'
import { sampleParagraph, seeded } from '../../packages/documents/src/testing/sample-document.ts'
import { WORKSPACE } from '../embedded-stack.ts'

const PASSAGES_OF_DOCUMENT = 25
const DOCUMENTS_AT_ONCE = 40

/** A passage as long as those of the made documents that `bench indexing` loads. */
const passageText = (number: number): string => {
  const random = seeded(number)
  return Array.from({ length: 3 }, () => sampleParagraph(random)).join('\n\n')
}

const uuidOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Stores converted documents with their passages from number `from` up to `to`, as conversion and indexing leave them. */
export async function storePassages(db: Database, from: number, to: number): Promise<void> {
  const last = to / PASSAGES_OF_DOCUMENT
  for (let first = from / PASSAGES_OF_DOCUMENT; first < last; first += DOCUMENTS_AT_ONCE) {
    const documents = Array.from({ length: Math.min(DOCUMENTS_AT_ONCE, last - first) }, (_, at) => first + at)
    const chunks = documents.flatMap((document) =>
      Array.from({ length: PASSAGES_OF_DOCUMENT }, (_, position) => {
        const text = passageText(document * PASSAGES_OF_DOCUMENT + position)
        return { documentId: uuidOf(document), position, start: 0, end: text.length, headings: ['Part'], text }
      }),
    )
    await db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO documents (id, workspace, name, version, content_hash, media_type, size_bytes, status, format, text)
         SELECT id, $1, 'document ' || id, 1, md5(id::text), 'text/markdown', 1, 'converted', 'markdown', ''
           FROM unnest($2::uuid[]) AS given (id)`,
        [WORKSPACE, documents.map(uuidOf)],
      )
      await replaceChunks(tx, { workspace: WORKSPACE, chunks })
    })
  }
}
