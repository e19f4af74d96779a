import { setImmediate as letOthersRun } from 'node:timers/promises'
import { contract as index } from '@assay/contracts/kinds/index-pull-requests'
import { type Database, loadPullRequests, type NewChunk, type PullRequest, replaceChunks } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { createChunker, pullRequestText } from '@assay/retrieval'
import { BUDGET } from '../chunk-budget.ts'
import { createFollowUp, type FollowUpDeps } from '../follow-up.ts'

export type IndexerDeps = FollowUpDeps & { db: Database }

const chunker = createChunker({ kind: 'markdown', ...BUDGET })

/** Cuts pull requests into passages and replaces what was made of them before. */
export const createHandler = ({ db, ...rest }: IndexerDeps) => {
  const followUp = createFollowUp(rest)
  return defineHandler(index, async ({ pullRequestIds }, { workspace, signal, progress }) => {
    const pullRequests = await loadPullRequests(db, pullRequestIds)
    const chunks: NewChunk[] = []
    for (const [at, pullRequest] of pullRequests.entries()) {
      signal.throwIfAborted()
      chunks.push(...(await chunkPullRequest(pullRequest)))
      progress({ done: at + 1, total: pullRequests.length })
      // Cutting keeps the thread busy; renewing the leases must not have to wait for a whole page.
      await letOthersRun()
    }
    return {
      result: { indexed: pullRequests.length, chunks: chunks.length },
      effects: async (tx) => {
        await replaceChunks(tx, { workspace, pullRequestIds, chunks })
        await followUp(tx, workspace)
      },
    }
  })
}

const chunkPullRequest = async (pullRequest: PullRequest): Promise<NewChunk[]> => {
  const passages = await chunker.chunk(pullRequestText(pullRequest))
  return passages.map(({ start, end, text, path }, position) => ({
    pullRequestId: pullRequest.id,
    position,
    start,
    end,
    headings: path,
    text,
  }))
}
