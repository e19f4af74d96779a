import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const web = join(root, 'services/web')
const BUILT = join(web, 'dist')
const STAMP = join(root, 'node_modules/.cache/assay/console')

/**
 * Builds the console's pages, unless these very sources were built before.
 * @throws with what the build said, when it fails
 */
export function buildConsole(say: (text: string) => void): void {
  const wanted = fingerprint()
  const isBuilt = existsSync(join(BUILT, 'index.html')) && existsSync(STAMP)
  if (isBuilt && readFileSync(STAMP, 'utf8') === wanted) return
  say('Building the console …')
  const vite = join(web, 'node_modules/vite/bin/vite.js')
  // Beside the one that may be served right now, which stays when this one fails.
  const fresh = `${BUILT}-${process.pid}`
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', fresh], {
    cwd: web,
    encoding: 'utf8',
  })
  if (done.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`the console could not be built.\n${done.stdout}${done.stderr}`)
  }
  rmSync(BUILT, { recursive: true, force: true })
  renameSync(fresh, BUILT)
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
}

/** Changes whenever a build would make something else. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of [join(web, 'src'), join(root, 'packages/client/src')]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.includes('.test.'),
    )
    for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
      hash.update(file).update(readFileSync(file))
  }
  for (const file of ['pnpm-lock.yaml', 'services/web/index.html', 'services/web/vite.config.ts'])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
