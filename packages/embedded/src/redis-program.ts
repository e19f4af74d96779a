import { type ExecFileOptions, execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A Redis or Valkey server that can be started. */
export type RedisProgram = { command: string; libraries?: string }

const NAMES = ['valkey-server', 'redis-server']
const PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1', 'libatomic1']
/** For all of it. */
const DOWNLOAD_MS = 20_000

/** The server on the PATH. */
export function installedRedis(path: string): RedisProgram | null {
  for (const directory of path.split(delimiter)) {
    for (const name of NAMES)
      if (directory && existsSync(join(directory, name))) return { command: join(directory, name) }
  }
  return null
}

/**
 * On Debian and its relatives: a private copy of the distribution's Redis, unpacked under `home` without being root
 * and without installing anything. Kept for the next start.
 * @param path where apt-get and dpkg are looked for
 * @throws where there is no apt, no network or no such package.
 */
export async function unpackedRedis(home: string, path: string): Promise<RedisProgram> {
  const target = join(home, 'redis-program')
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { recursive: true })
    try {
      const options = { cwd: partial, env: { ...process.env, PATH: path }, signal: AbortSignal.timeout(DOWNLOAD_MS) }
      await download(partial, options)
      for (const file of readdirSync(partial).filter((name) => name.endsWith('.deb'))) {
        await run('dpkg', ['-x', join(partial, file), partial], options)
      }
      renameSync(partial, target)
    } finally {
      rmSync(partial, { recursive: true, force: true })
    }
  }
  return { command: join(target, 'usr/bin/redis-server'), libraries: libraryFolders(target) }
}

async function download(directory: string, options: ExecFileOptions): Promise<void> {
  try {
    await run('apt-get', ['download', ...PACKAGES], options)
  } catch (error) {
    if (options.signal?.aborted) throw error
    // The package lists may be missing or old, and only root may renew the system's: use lists of our own.
    const lists = join(directory, 'lists')
    mkdirSync(join(lists, 'partial'), { recursive: true })
    const own = ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${directory}`, '-o', 'APT::Sandbox::User=']
    await run('apt-get', [...own, 'update'], options)
    await run('apt-get', [...own, 'download', ...PACKAGES], options)
    rmSync(lists, { recursive: true, force: true })
  }
}

const libraryFolders = (root: string) =>
  readdirSync(join(root, 'usr/lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, 'usr/lib', name))
    .join(delimiter)
