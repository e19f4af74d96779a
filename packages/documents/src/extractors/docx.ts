import mammoth from 'mammoth'
import type { Loss } from '../extracted-document.ts'
import { htmlBlocks } from '../html/html-blocks.ts'
import { parseHtml } from '../html/parse-html.ts'
import { readCoreProperties } from '../office/core-properties.ts'
import { openArchive } from '../office/open-archive.ts'
import type { Extractor } from '../text/draft.ts'

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]

export const docx: Extractor = {
  format: 'docx',
  extract: async (source) => {
    const archive = await openArchive(source, 'DOCX')
    let images = 0
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength) },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => {
          images += 1
          return { src: '' }
        }),
      },
    )
    const { blocks } = htmlBlocks(parseHtml(value))
    const losses: Loss[] = messages
      .filter((message) => message.type === 'error')
      .map((message) => ({ kind: 'unreadable', note: message.message }))
    if (images > 0) losses.push({ kind: 'image', note: `${images} pictures are not read; their descriptions are.` })
    const aside = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)).length
    if (aside > 0) losses.push({ kind: 'hidden', note: `${aside} page headers and footers are left out.` })
    const { title, language, ...metadata } = readCoreProperties(archive)
    return {
      blocks: blocks.map((block) => ({ ...block, origin: { part: 'word/document.xml' } })),
      title,
      language,
      metadata,
      losses,
    }
  },
}
