import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JobHandler } from './handler.ts'

/** Loads every handler file of a directory: a file that exports `createHandler` handles a job kind. */
export async function loadHandlers<Deps>(directory: string, deps: Deps): Promise<JobHandler[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()
  return Promise.all(
    files.map(async (name) => {
      const { createHandler }: { createHandler?: (deps: Deps) => JobHandler } = await import(
        pathToFileURL(join(directory, name)).href
      )
      if (!createHandler) throw new Error(`${join(directory, name)} must export "createHandler"`)
      return createHandler(deps)
    }),
  )
}
