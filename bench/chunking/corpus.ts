import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The README files of the packages that the lock file names, in order of their paths: prose, lists, tables and code. */
export const readCorpus = (root: string, megabytes: number): string => {
  const folder = join(root, 'node_modules/.pnpm')
  let text = ''
  for (const path of globSync('*/node_modules/**/{readme,README}.md', { cwd: folder }).sort()) {
    text += `${readFileSync(join(folder, path), 'utf8')}\n\n`
    if (Buffer.byteLength(text) >= megabytes * 1e6) break
  }
  return text.toWellFormed()
}
