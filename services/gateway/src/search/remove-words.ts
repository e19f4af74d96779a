import { contract as embed } from '@assay/contracts/kinds/embed'
import { hasWordsToRemove, type Sql } from '@assay/db'
import type { JobQueue } from '@assay/queue'

/** Has the stored word index built anew, in the transaction that removes passages: their words stand in it until then. */
export async function removeWords(tx: Sql, queue: JobQueue, workspace: string): Promise<void> {
  if (await hasWordsToRemove(tx, workspace)) await queue.submitIn(tx, [{ workspace, kind: embed.kind, payload: {} }])
}
