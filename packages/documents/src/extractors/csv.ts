import { parse } from 'csv-parse/sync'
import { csvShape } from '../detect/csv-shape.ts'
import type { Loss } from '../extracted-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { type Extractor, table } from '../text/draft.ts'

export const csv: Extractor = {
  format: 'csv',
  extract: async ({ bytes, limits }) => {
    const { text, encoding, losses } = decodeText(bytes)
    const delimiter = csvShape(text)?.delimiter ?? ','
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      max_record_size: limits.maxCharacters,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    const width = rows[0]?.length ?? 0
    const ragged = rows.filter((row) => row.length !== width).length
    const note = `${ragged} of ${rows.length} rows have another number of cells than the first.`
    const uneven: Loss[] = ragged > 0 ? [{ kind: 'layout', note }] : []
    return {
      blocks: [table(rows, { line: 1 })],
      metadata: { encoding, delimiter: delimiter === '\t' ? 'tab' : delimiter, rows: String(rows.length) },
      losses: [...losses, ...uneven],
    }
  },
}
