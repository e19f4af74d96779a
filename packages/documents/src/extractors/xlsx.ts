import readXlsxFile from 'read-excel-file/node'
import { DocumentTooLarge } from '../document-errors.ts'
import { readCoreProperties } from '../office/core-properties.ts'
import { openArchive } from '../office/open-archive.ts'
import { type DraftBlock, type Extractor, heading, table } from '../text/draft.ts'

/** Dates as days, or with their time if they have one; numbers without the noise of binary fractions. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '')
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  return String(value)
}

export const xlsx: Extractor = {
  format: 'xlsx',
  extract: async (source) => {
    const archive = await openArchive(source, 'XLSX')
    const sheets = await readXlsxFile(
      Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
    )
    if (sheets.length > source.limits.maxPages)
      throw DocumentTooLarge(`${sheets.length} sheets, and at most ${source.limits.maxPages} are read (maxPages)`)
    const blocks = sheets.flatMap(({ sheet, data }): DraftBlock[] => {
      const rows = table(
        data.map((row) => row.map(cellText)),
        { sheet },
      )
      return rows.text === '' ? [] : [heading(2, sheet, { sheet }), rows]
    })
    const { title, language, ...metadata } = readCoreProperties(archive)
    const charts = archive.names.filter((name) => /^xl\/(?:charts\/chart|media\/)/.test(name)).length
    return {
      blocks,
      title: title ?? sheets[0]?.sheet,
      language,
      metadata,
      pages: Math.max(1, sheets.length),
      losses: charts > 0 ? [{ kind: 'image', note: `${charts} charts and pictures are not read.` }] : [],
    }
  },
}
