import { GitHubAnswerBroken } from '../source-errors.ts'
import { type PullRequestNode, pageAnswer, pullRequestAnswer, rowNodes } from './answers.ts'
import { completeParts } from './complete-parts.ts'
import type { GitHubClient, GraphqlResult } from './github-client.ts'
import { createPageSize } from './page-size.ts'
import { type ReadPullRequest, toParts } from './parts.ts'
import { pagePoints, pageQuery, pageSizes, pullRequestQuery, type Transport } from './queries.ts'

type ReadPage = {
  readonly pullRequests: readonly ReadPullRequest[]
  /** Where to go on; null after the last page. */
  readonly endCursor: string | null
}

export type PageReader = {
  /** A page of merged pull requests, the newest change first, nested lists complete. */
  next(after: string | null): Promise<ReadPage | 'cursor-refused'>
  one(number: number): Promise<ReadPullRequest | null>
}

/** Tries of one pull request alone, first with its nested lists, then without. */
const TRIES_AT_ONE = 6

/** Reads pages as large as GitHub bears, down to one pull request whose nested lists are asked one at a time. */
export const createPageReader = (
  client: GitHubClient,
  repository: { readonly owner: string; readonly name: string },
  { transport, largest }: { readonly transport: Transport; readonly largest?: number | undefined },
): PageReader => {
  const size = createPageSize(Math.max(1, Math.min(largest ?? pageSizes[transport], pageSizes[transport])))
  const asRead = (node: PullRequestNode): ReadPullRequest => ({ row: node, parts: toParts(node, transport) })
  const complete = async (nodes: readonly PullRequestNode[]) => {
    const pullRequests = nodes.map(asRead)
    await completeParts(client, repository, pullRequests)
    return pullRequests
  }

  const askPage = async (after: string | null, first: number, isBare: boolean) => {
    const answer = await client.query({
      asked: 'the list of pull requests',
      query: pageQuery(transport, !isBare),
      variables: { ...repository, first, after },
      points: pagePoints(transport, first),
      schema: pageAnswer(rowNodes[isBare ? 'bare' : transport]),
    })
    return answer.kind === 'data' ? { kind: answer.kind, data: answer.data.repository.pullRequests } : answer
  }

  const askOne = async (number: number, isBare: boolean) => {
    const answer = await client.query({
      asked: `pull request ${number}`,
      query: pullRequestQuery(transport, !isBare),
      variables: { ...repository, number },
      points: 1,
      schema: pullRequestAnswer(rowNodes[isBare ? 'bare' : transport]),
    })
    return answer.kind === 'data' ? { kind: answer.kind, data: answer.data.repository.pullRequest } : answer
  }

  /** One pull request that is too big: its row is never lost, its nested lists are read apart. */
  const alone = async <T>(asked: string, ask: (isBare: boolean) => Promise<GraphqlResult<T>>) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(attempt > TRIES_AT_ONE / 2)
      if (answer.kind !== 'too-big') return answer
      if (attempt >= TRIES_AT_ONE) throw GitHubAnswerBroken(asked, answer.reason)
      await client.pause(attempt)
    }
  }

  return {
    async next(after) {
      for (;;) {
        const first = size.current()
        const isAlone = first === 1
        const answer = isAlone
          ? await alone('the list of pull requests', (isBare) => askPage(after, 1, isBare))
          : await askPage(after, first, false)
        if (answer.kind === 'data') {
          size.succeeded()
          const { nodes, pageInfo } = answer.data
          return { pullRequests: await complete(nodes), endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null }
        }
        if (answer.kind === 'cursor-refused' && after !== null) return 'cursor-refused'
        if (answer.kind !== 'too-big') throw GitHubAnswerBroken('the list of pull requests', answer.kind)
        size.shrink()
        await client.pause(1)
      }
    },

    async one(number) {
      const answer = await alone(`pull request ${number}`, (isBare) => askOne(number, isBare))
      if (answer.kind === 'not-found') return null
      if (answer.kind !== 'data') throw GitHubAnswerBroken(`pull request ${number}`, answer.kind)
      const [read] = await complete(answer.data?.merged ? [answer.data] : [])
      return read ?? null
    },
  }
}
