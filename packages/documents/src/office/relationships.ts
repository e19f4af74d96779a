import { posix } from 'node:path'
import type { Archive } from './open-archive.ts'
import { descendants, readXml } from './read-xml.ts'

export type Relationship = { readonly id: string; readonly type: string; readonly target: string }

/** What a part of an office file points to inside the archive (ECMA-376 part 2, relationships). */
export function readRelationships(archive: Archive, part: string): Relationship[] {
  const folder = posix.dirname(part)
  const xml = archive.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (!xml) return []
  return descendants(readXml(xml, part), 'Relationship').flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode } = attributes
    if (TargetMode === 'External') return []
    return [{ id, type: posix.basename(type), target: posix.join('/', folder, target).slice(1) }].map((found) =>
      target.startsWith('/') ? { ...found, target: target.slice(1) } : found,
    )
  })
}
