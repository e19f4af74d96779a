import { DocumentTooLarge, DocumentUnreadable } from '../document-errors.ts'
import type { Loss } from '../extracted-document.ts'
import { readCoreProperties } from '../office/core-properties.ts'
import { type Archive, openArchive } from '../office/open-archive.ts'
import { descendants, readXml } from '../office/read-xml.ts'
import { readRelationships } from '../office/relationships.ts'
import { slideBlocks } from '../office/slide-blocks.ts'
import { type DraftBlock, type Extractor, quote } from '../text/draft.ts'

const PRESENTATION = 'ppt/presentation.xml'

/** Slides in the order of the show, which is not the order of their file names. */
function slideNames(archive: Archive): string[] {
  const xml = archive.text(PRESENTATION)
  if (!xml) throw DocumentUnreadable('PPTX', `${PRESENTATION} is missing`)
  const targets = new Map(readRelationships(archive, PRESENTATION).map(({ id, target }) => [id, target]))
  // `r:id` and `id` differ only in their prefix; the relationship's is the one that is known.
  const ids = [...xml.matchAll(/<(?:\w+:)?sldId\s[^>]*?\br:id\s*=\s*["']([^"']+)["']/g)].map(([, id = '']) => id)
  return ids.flatMap((id) => targets.get(id) ?? [])
}

function notes(archive: Archive, name: string, slide: number): DraftBlock[] {
  const target = readRelationships(archive, name).find((found) => found.type === 'notesSlide')?.target
  const xml = target && archive.text(target)
  if (!xml) return []
  const text = slideBlocks(readXml(xml, target), {})
    .map((block) => block.text)
    .join('\n\n')
  return text === '' ? [] : [quote(text, { slide, part: target })]
}

export const pptx: Extractor = {
  format: 'pptx',
  extract: async (source) => {
    const archive = await openArchive(source, 'PPTX')
    const names = slideNames(archive)
    if (names.length > source.limits.maxPages)
      throw DocumentTooLarge(`${names.length} slides, and at most ${source.limits.maxPages} are read (maxPages)`)
    const losses: Loss[] = []
    const blocks = names.flatMap((name, at) => {
      const slide = at + 1
      const xml = archive.text(name)
      if (!xml) {
        losses.push({ kind: 'unreadable', page: slide, note: `The slide's part ${name} is missing.` })
        return []
      }
      const tree = readXml(xml, name)
      const pictures = descendants(tree, 'pic').length
      if (pictures > 0) losses.push({ kind: 'image', page: slide, note: `${pictures} pictures are not read.` })
      return [...slideBlocks(tree, { slide, part: name }), ...notes(archive, name, slide)]
    })
    const { title, language, ...metadata } = readCoreProperties(archive)
    return { blocks, title, language, metadata, pages: Math.max(1, names.length), losses }
  },
}
