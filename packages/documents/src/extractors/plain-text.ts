import { decodeText } from '../text/decode-text.ts'
import { type DraftBlock, type Extractor, paragraph } from '../text/draft.ts'

/** Paragraphs are parted by empty lines; each knows the line it begins on. */
export function readParagraphs(text: string): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let lines: string[] = []
  const flush = (before: number) => {
    if (lines.length > 0) blocks.push(paragraph(lines.join('\n'), { line: before - lines.length }))
    lines = []
  }
  const all = text.split(/\r\n|\r|\n/)
  for (const [at, line] of all.entries()) {
    if (line.trim() === '') flush(at + 1)
    else lines.push(line)
  }
  flush(all.length + 1)
  return blocks
}

export const plainText: Extractor = {
  format: 'text',
  extract: async ({ bytes }) => {
    const { text, encoding, losses } = decodeText(bytes)
    return { blocks: readParagraphs(text), metadata: { encoding }, losses }
  },
}
