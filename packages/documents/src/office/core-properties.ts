import type { Archive } from './open-archive.ts'
import { elementsOf, readXml, xmlText } from './read-xml.ts'

const KEPT: Readonly<Record<string, string>> = {
  title: 'title',
  creator: 'author',
  subject: 'subject',
  keywords: 'keywords',
  language: 'language',
  created: 'created',
  modified: 'modified',
}

/** Title, author and dates from `docProps/core.xml` (ECMA-376 part 2, core properties). */
export function readCoreProperties(archive: Archive): Record<string, string> {
  const xml = archive.text('docProps/core.xml')
  if (!xml) return {}
  const [properties] = elementsOf(readXml(xml, 'docProps/core.xml'))
  return Object.fromEntries(
    (properties ? elementsOf(properties) : []).flatMap((element) => {
      const key = KEPT[element.name]
      const value = xmlText(element).trim()
      return key && value ? [[key, value]] : []
    }),
  )
}
