import type { jobFilterShape } from '@assay/contracts'
import { type Database, type JobFilter, meantRepositories } from '@assay/db'
import type { z } from 'zod'

type GivenFilter = z.output<z.ZodObject<typeof jobFilterShape>>

/** What a client wrote as what the ledger is asked; a repository is looked up in the client's workspace. */
export async function toJobFilter(
  db: Database,
  workspace: string,
  { state, kind, parent, root, roots, fingerprint, repository, error, q, from, to }: GivenFilter,
): Promise<JobFilter> {
  return {
    ...(state ? { states: state } : {}),
    ...(kind ? { kind } : {}),
    ...(parent ? { parentId: parent } : {}),
    ...(root ? { rootId: root } : {}),
    ...(roots ? { rootsOnly: true } : {}),
    ...(fingerprint ? { fingerprint } : {}),
    ...(repository ? { repositories: await meantRepositories(db, workspace, repository) } : {}),
    ...(error ? { errorCode: error } : {}),
    ...(q ? { text: q } : {}),
    ...(from ? { createdFrom: new Date(from) } : {}),
    ...(to ? { createdTo: new Date(to) } : {}),
  }
}
