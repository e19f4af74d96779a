import { contract as collect } from '@assay/contracts/kinds/collect'
import { type Database, startCollection } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { collectOne } from '../collect-one.ts'
import { collectRun } from '../collect-run.ts'
import { openSource, type SourceOptions } from '../open-source.ts'

export type CollectorDeps = SourceOptions & { db: Database }

/** Collects a repository, or one pull request of it, page by page: a collection that is cut off goes on where it stopped. */
export const createHandler = ({ db, ...options }: CollectorDeps) =>
  defineHandler(collect, async ({ source: given, number, whole = false }, context) => {
    const source = await openSource(given, options, context.signal)
    try {
      const { kind, name, origin, defaultBranch, visibility, license } = source.describe()
      const found = {
        workspace: context.workspace,
        name,
        origin: options.locations.origin(origin),
        formerOrigin: options.locations.origin(given),
        sourceKind: kind,
        visibility,
        license,
        defaultBranch,
      }
      // Fenced: a repository that was removed while this started must not come back.
      const repository = await context.commit((tx) => startCollection(tx, found))
      const result =
        number !== undefined && source.pullRequest
          ? await collectOne(await source.pullRequest(number), { source, repository, db, context })
          : await collectRun({ source, repository, db, context, whole })
      return { result }
    } finally {
      await source.close()
    }
  })
