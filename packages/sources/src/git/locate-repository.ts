import { access, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SourceLocationInvalid, SourceNotARepository, SourceNotFound } from '../source-errors.ts'

export type GitLocation =
  | { readonly where: 'local'; readonly path: string }
  /** A `file:` address is cloned like a remote one, but falls under the rule for local paths. */
  | { readonly where: 'file'; readonly url: string }
  | { readonly where: 'remote'; readonly url: string }

/** Tells a path from an address without touching either. */
export const readLocation = (location: string): GitLocation => {
  const text = location.trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (text === '' || /[\u0000-\u001f]/.test(text))
    throw SourceLocationInvalid(text, 'it is empty or has control characters')
  if (text.startsWith('-')) throw SourceLocationInvalid(text, `it begins with '-'`)
  if (/^[a-z][a-z0-9+.-]*::/i.test(text)) throw SourceLocationInvalid(text, 'remote helper addresses are not allowed')
  if (/^file:\/\//i.test(text)) return { where: 'file', url: text }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[^/\\:\s]+@[^/:\s]+:/.test(text)) return { where: 'remote', url: text }
  return { where: 'local', path: resolve(text) }
}

/** The git directory of a work tree, a linked work tree, a `.git` folder or a bare repository. */
export const findGitDirectory = async (path: string): Promise<string> => {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT' || cause.code === 'ENOTDIR' || cause.code === 'EACCES' ? SourceNotFound(path) : cause
  })
  if (!found.isDirectory()) throw SourceNotARepository(path)
  if (await exists(join(path, '.git'))) return join(path, '.git')
  if ((await exists(join(path, 'HEAD'))) && (await exists(join(path, 'objects')))) return path
  throw SourceNotARepository(path)
}

/** `fastify` of `/srv/fastify/.git`, `git@host:fastify/fastify.git` and `https://host/fastify/fastify/`. */
export const repositoryName = (location: GitLocation): string => {
  const path =
    location.where === 'local' ? location.path : location.where === 'file' ? fileURLToPath(location.url) : location.url
  const trimmed = path.replace(/[/\\]+$/, '').replace(/[/\\]\.git$/, '')
  return basename(trimmed.replaceAll(':', '/')).replace(/\.git$/, '') || 'repository'
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
