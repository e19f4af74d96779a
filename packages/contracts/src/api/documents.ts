import { z } from 'zod'
import { pageOf, pageQuery } from './pages.ts'

/** Of one file; larger ones are refused by name. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
/** In one request. */
export const MAX_DOCUMENTS = 20

const status = z
  .enum(['received', 'converted', 'quarantined', 'rejected'])
  .describe('Quarantined: read, but so badly that somebody should look before it is used')

export const documentSummarySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int().describe('Counts from 1 under a name'),
  isNewest: z.boolean().describe('The version that holds'),
  contentHash: z.string().describe('SHA-256 of the bytes, in hexadecimal'),
  mediaType: z.string().describe('As the sender called it'),
  sizeBytes: z.int(),
  status,
  format: z.string().nullable().describe('By its content, whatever its name; null until it is read'),
  title: z.string().nullable(),
  language: z.string().nullable().describe('ISO 639-1; null if it cannot be told'),
  characters: z.int().nullable(),
  pages: z.int().nullable().describe('Pages, slides, sheets or parts'),
  score: z.number().nullable().describe('0 to 100, how well it came through its conversion'),
  reasons: z.array(z.string()).describe('Why it was set aside or refused'),
  createdAt: z.string(),
  convertedAt: z.string().nullable(),
  releasedAt: z.string().nullable().describe('When somebody let it out of quarantine'),
})
export const documentPageSchema = pageOf(documentSummarySchema)

const span = { start: z.int(), end: z.int() }

export const documentSchema = documentSummarySchema.extend({
  text: z.string().nullable().describe('Canonical text; all offsets count its UTF-16 units'),
  metadata: z.record(z.string(), z.string()),
  map: z.array(z.object(span).loose()).describe('Page, slide, sheet, part, line or region that each span came from'),
  blocks: z.array(z.object({ ...span, kind: z.string(), level: z.int().optional(), path: z.array(z.string()) })),
  ocr: z
    .object({ language: z.string(), pages: z.array(z.object({ page: z.int(), confidence: z.number() }).loose()) })
    .nullable()
    .describe('Confidence of recognised pages and words, 0 to 100'),
  losses: z
    .array(z.object({ kind: z.string(), note: z.string() }).loose())
    .describe('What the source holds and the text does not'),
  quality: z
    .object({
      score: z.number(),
      contributions: z
        .array(z.object({ name: z.string(), weight: z.number(), points: z.number(), note: z.string() }))
        .describe('The points add up to the score, and the weights to 100'),
    })
    .loose()
    .nullable(),
  gate: z
    .object({
      verdict: z.enum(['accept', 'quarantine', 'reject']),
      reasons: z.array(
        z.object({ rule: z.string(), verdict: z.string(), value: z.number(), limit: z.number(), text: z.string() }),
      ),
    })
    .nullable(),
  rejection: z.object({ code: z.string(), message: z.string() }).nullable().describe('Why it could not be read'),
})
export type DocumentView = z.output<typeof documentSchema>

export const documentQuery = z.strictObject({
  ...pageQuery,
  name: z.string().min(1).max(255).optional(),
  status: status.optional(),
  versions: z.enum(['newest', 'all']).default('newest'),
})

export const receivedDocumentsSchema = z.object({
  items: z.array(
    z.object({
      document: documentSummarySchema,
      outcome: z
        .enum(['new', 'new-version', 'returned', 'known'])
        .describe(
          'New-version: other bytes under a name that was there. Known: the same bytes are stored already. Returned: they were an older version, and are the newest again',
        ),
      job: z.uuid().nullable().describe('The job that converts it'),
    }),
  ),
})
