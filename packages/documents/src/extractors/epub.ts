import { posix } from 'node:path'
import { DocumentTooLarge, DocumentUnreadable } from '../document-errors.ts'
import type { Loss } from '../extracted-document.ts'
import { htmlBlocks } from '../html/html-blocks.ts'
import { htmlLosses } from '../html/html-losses.ts'
import { findElement, parseHtml } from '../html/parse-html.ts'
import { type Archive, openArchive } from '../office/open-archive.ts'
import { descendants, readXml, type XmlElement, xmlText } from '../office/read-xml.ts'
import type { DraftBlock, Extractor } from '../text/draft.ts'

const CONTAINER = 'META-INF/container.xml'

function readPackage(archive: Archive): { root: XmlElement; folder: string } {
  const container = archive.text(CONTAINER)
  const path = container && descendants(readXml(container, CONTAINER), 'rootfile')[0]?.attributes['full-path']
  const xml = path && archive.text(path)
  if (!xml) throw DocumentUnreadable('EPUB', 'its package document is missing')
  return { root: readXml(xml, path), folder: posix.dirname(path) }
}

/** Chapters in the order of the spine (EPUB 3.3, section 5.7). */
function chapterNames(root: XmlElement, folder: string): string[] {
  const hrefs = new Map(descendants(root, 'item').map(({ attributes }) => [attributes.id, attributes.href ?? '']))
  return descendants(root, 'itemref').flatMap(({ attributes }) => {
    const href = hrefs.get(attributes.idref)
    return href ? [posix.join(folder, safeDecode(href))] : []
  })
}

const safeDecode = (href: string): string => {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

export const epub: Extractor = {
  format: 'epub',
  extract: async (source) => {
    const archive = await openArchive(source, 'EPUB')
    const { root, folder } = readPackage(archive)
    const names = chapterNames(root, folder)
    if (names.length > source.limits.maxPages)
      throw DocumentTooLarge(`${names.length} chapters, and at most ${source.limits.maxPages} are read (maxPages)`)
    const losses: Loss[] = []
    const blocks: DraftBlock[] = []
    for (const [at, part] of names.entries()) {
      const xhtml = archive.text(part)
      if (xhtml === undefined) {
        losses.push({ kind: 'unreadable', page: at + 1, part, note: 'The chapter is missing in the archive.' })
        continue
      }
      const tree = parseHtml(xhtml)
      const found = htmlBlocks(findElement(tree, 'body') ?? tree, { part })
      blocks.push(...found.blocks)
      losses.push(...htmlLosses(found, part))
    }
    const field = (name: string) =>
      descendants(root, name)
        .map(xmlText)
        .find((text) => text.trim() !== '')
    return {
      blocks,
      title: field('title'),
      language: field('language'),
      metadata: { author: field('creator'), publisher: field('publisher'), date: field('date') },
      pages: Math.max(1, names.length),
      losses,
    }
  },
}
