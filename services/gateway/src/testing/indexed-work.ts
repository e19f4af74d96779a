import { join } from 'node:path'
import type { CollectedPullRequest } from '@assay/db'
import { loadHandlers } from '@assay/queue'
import type { PassageEmbedder } from '@assay/retrieval'
import { waitFor } from '@assay/testkit'
import { storeAssessed } from './assessed-work.ts'
import type { Gateway } from './gateway-fixture.ts'

const INDEXER = join(import.meta.dirname, '../../../indexer/src/handlers')

/** Lets the indexer's handlers work for a gateway. */
export const workAsIndexer = async (
  gateway: Gateway,
  extractor: { close(): Promise<void> },
  more: { askedEmbedder?: PassageEmbedder; largeFrom?: number } = {},
): Promise<void> =>
  gateway.work(
    await loadHandlers(INDEXER, {
      db: gateway.db,
      databaseUrl: gateway.databaseUrl,
      largeFrom: 50_000,
      extractor,
      ...more,
    }),
  )

/** Stores pull requests, assesses them, and waits until they are indexed. */
export const addIndexed = async (
  gateway: Gateway,
  repository: { id: string; workspace: string },
  collected: readonly CollectedPullRequest[],
): Promise<void> => {
  const pullRequestIds = [...(await storeAssessed(gateway.db, repository, collected)).values()]
  const { body } = await gateway.call('POST', '/jobs', { body: { kind: 'index', payload: { pullRequestIds } } })
  await waitFor(async () => (await gateway.call('GET', `/jobs/${body.id}`)).body.state === 'succeeded', {
    timeoutMs: 60_000,
  })
}
