import { GraphQLError } from 'graphql'
import type { BudgetState } from '../budget.ts'
import type { Caller } from '../callers.ts'
import type { SimulatedPullRequest, SimulatedRepository } from '../types.ts'
import { nameWithOwner, nodeId, readNodeId, utcSeconds, type World } from '../world.ts'
import { connectionOf, type PageArguments } from './connection.ts'
import { accountNode } from './people.ts'
import { pullRequestNode } from './pull-request-node.ts'

type PullRequestsArgs = PageArguments & {
  readonly states?: readonly string[] | null
  readonly baseRefName?: string | null
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null
}

type RootOptions = {
  readonly url: string
  readonly world: World
  readonly caller: Caller
  readonly rateLimit: BudgetState & { readonly cost: number; readonly nodeCount: number }
}

/** The object that a query starts from: what this caller may see. */
export const queryRoot = ({ url, world, caller, rateLimit }: RootOptions) => {
  const find = (id: string): unknown => {
    const { prefix, parts } = readNodeId(id) ?? { prefix: '', parts: [] }
    const repository = world.findById(caller, Number(parts[0]))
    if (repository !== null && prefix === 'R') return repositoryNode(url, repository)
    const pullRequest = repository?.pullRequests.find(({ number }) => number === parts[1])
    if (repository !== null && pullRequest !== undefined && prefix === 'PR') {
      return pullRequestNode(url, repository, pullRequest, () => repositoryNode(url, repository))
    }
    return notFound(`Could not resolve to a node with the global id of '${id}'.`)
  }
  return {
    rateLimit: {
      limit: rateLimit.limit,
      cost: rateLimit.cost,
      nodeCount: rateLimit.nodeCount,
      remaining: rateLimit.remaining,
      used: rateLimit.used,
      resetAt: utcSeconds(rateLimit.resetAtSeconds * 1_000),
    },
    viewer: { ...accountNode(url, caller.login), __typename: 'User' },
    repository: ({ owner, name, followRenames }: { owner: string; name: string; followRenames?: boolean | null }) => {
      const found = world.find(caller, `${owner}/${name}`)
      if (found === null || (found.moved && followRenames === false)) {
        return notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`)
      }
      return repositoryNode(url, found.repository)
    },
    node: ({ id }: { id: string }) => find(id),
    // graphql-js makes an error in a list a null at its place and an entry in `errors`.
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map(find),
  }
}

const notFound = (message: string): GraphQLError => new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } })

const repositoryNode = (url: string, repository: SimulatedRepository) => {
  const { databaseId, defaultBranch, headSha, license, name, owner, visibility } = repository
  const node = {
    __typename: 'Repository',
    id: nodeId('R', databaseId),
    databaseId,
    name,
    nameWithOwner: nameWithOwner(repository),
    owner: { __typename: 'Organization', id: nodeId('O', owner), login: owner, url: `${url}/${owner}` },
    isPrivate: visibility !== 'PUBLIC',
    visibility,
    isFork: false,
    isArchived: false,
    isDisabled: false,
    isEmpty: false,
    isLocked: false,
    isMirror: false,
    description: null,
    licenseInfo: license && {
      __typename: 'License',
      id: nodeId('L', license),
      key: license.toLowerCase(),
      name: license,
      spdxId: license,
    },
    defaultBranchRef: {
      __typename: 'Ref',
      id: nodeId('REF', databaseId, defaultBranch),
      name: defaultBranch,
      prefix: 'refs/heads/',
      target: { __typename: 'Commit', id: nodeId('C', headSha), oid: headSha },
    },
    url: `${url}/${nameWithOwner(repository)}`,
    resourcePath: `/${nameWithOwner(repository)}`,
    pullRequest: ({ number }: { number: number }) => {
      const pullRequest = repository.pullRequests.find((candidate) => candidate.number === number)
      return pullRequest
        ? pullRequestNode(url, repository, pullRequest, () => node)
        : notFound(`Could not resolve to a PullRequest with the number of ${number}.`)
    },
    pullRequests: (args: PullRequestsArgs) => {
      const rows = repository.pullRequests.filter(
        ({ state, baseRef }) =>
          (args.states?.includes(state) ?? true) && (args.baseRefName ? baseRef === args.baseRefName : true),
      )
      const timeOf = orderedValue(args.orderBy?.field)
      const ordering = {
        key: (row: SimulatedPullRequest) => [timeOf(row), row.number],
        descending: args.orderBy?.direction === 'DESC',
      }
      return connectionOf(rows, args, ordering, (row) => pullRequestNode(url, repository, row, () => node))
    },
  }
  return node
}

const orderedValue = (field = 'CREATED_AT'): ((row: SimulatedPullRequest) => string) => {
  if (field === 'CREATED_AT') return ({ createdAt }) => utcSeconds(createdAt)
  if (field === 'UPDATED_AT') return ({ updatedAt }) => utcSeconds(updatedAt)
  throw new GraphQLError(`The simulator cannot order by ${field}`)
}
