import type { DocumentView, documentSummarySchema } from '@assay/contracts'
import type { FoundDocument, ListedDocument } from '@assay/db'
import type { z } from 'zod'

export const viewDocument = ({
  workspace: _workspace,
  gate,
  rejection,
  createdAt,
  convertedAt,
  releasedAt,
  ...row
}: ListedDocument): z.output<typeof documentSummarySchema> => ({
  ...row,
  reasons: rejection ? [rejection.message] : (gate?.reasons ?? []).map(({ text }) => text),
  createdAt: createdAt.toISOString(),
  convertedAt: convertedAt?.toISOString() ?? null,
  releasedAt: releasedAt?.toISOString() ?? null,
})

/** What `@assay/documents` made is stored as it was, and checked against the schema on the way out. */
export const viewWholeDocument = (row: FoundDocument): DocumentView => ({
  ...viewDocument(row),
  ...({
    map: row.map,
    blocks: row.blocks,
    ocr: row.ocr,
    losses: row.losses,
    quality: row.quality,
    gate: row.gate,
  } as Pick<DocumentView, 'map' | 'blocks' | 'ocr' | 'losses' | 'quality' | 'gate'>),
  text: row.text,
  metadata: row.metadata,
  rejection: row.rejection,
})
