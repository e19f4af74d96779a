import { contract as removeClone } from '@assay/contracts/kinds/remove-clone'
import { isCollectedAnywhere, sourceForms } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { removeCachedClone } from '@assay/sources'
import type { CollectorDeps } from './collect-repository.ts'

/** Clones are named for the address as it was given, and shared by all workspaces that collect from it. */
export const createHandler = ({ db, cacheDirectory }: Pick<CollectorDeps, 'db' | 'cacheDirectory'>) =>
  defineHandler(removeClone, async ({ origin }, { signal }) => {
    let removed = false
    if (await isCollectedAnywhere(db, origin)) return { result: { removed } }
    for (const url of sourceForms(origin).forms) {
      signal.throwIfAborted()
      removed = (await removeCachedClone({ url, cacheDirectory })) || removed
    }
    return { result: { removed } }
  })
