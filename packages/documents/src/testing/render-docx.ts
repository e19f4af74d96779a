import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { SamplePart } from './sample-document.ts'

function children(part: SamplePart): (Paragraph | Table)[] {
  if (part.kind === 'heading')
    return [
      new Paragraph({ text: part.text, heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
    ]
  if (part.kind === 'paragraph') return [new Paragraph(part.text)]
  if (part.kind === 'list') return part.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  return [new Table({ rows: part.rows.map((row) => new TableRow({ children: row.map(cell) })) })]
}

export const renderDocx = (parts: readonly SamplePart[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ title: 'Sample', sections: [{ children: parts.flatMap(children) }] }))
