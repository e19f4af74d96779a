import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Site } from '../site/render-site.ts'

/** Writes a site into a folder of its own, to be opened from the disk. */
export const writeSite = (site: Site) => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-site-'))
  for (const [path, { content }] of site) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return { url: pathToFileURL(folder).href, remove: () => rmSync(folder, { recursive: true }) }
}
