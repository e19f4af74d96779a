import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { type SimulatedPullRequest, samplePullRequest, sampleRepository } from './index.ts'
import { ask, startSample } from './testing.ts'

const pageQuery = /* GraphQL */ `
  query Page($first: Int!, $after: String, $direction: OrderDirection!) {
    repository(owner: "octo", name: "hello") {
      pullRequests(first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: $direction }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { number }
      }
    }
  }
`
const pageShape = z.object({
  data: z.object({
    repository: z.object({
      pullRequests: z.object({
        totalCount: z.number(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(z.object({ number: z.number() })),
      }),
    }),
  }),
})
type Sample = Awaited<ReturnType<typeof startSample>>

const pages = async function* ({ simulator }: Sample, first: number, direction: string) {
  let after: string | null = null
  for (;;) {
    const response: Response = await ask(simulator, pageQuery, { variables: { first, after, direction } })
    const { pullRequests } = pageShape.parse(await response.json()).data.repository
    yield pullRequests.nodes.map(({ number }) => number)
    if (!pullRequests.pageInfo.hasNextPage) return
    after = pullRequests.pageInfo.endCursor
  }
}

describe('paging', () => {
  test('gives every row once in both directions, also where many have the same time', async () => {
    const same = { updatedAt: '2024-05-01T00:00:00Z' }
    const pullRequests = Array.from({ length: 23 }, (_, index) => samplePullRequest(index + 1, index % 3 ? same : {}))
    await using sample = await startSample({ repositories: [sampleRepository(0, { pullRequests })] })

    const up = await all(pages(sample, 5, 'ASC'))
    const down = await all(pages(sample, 5, 'DESC'))

    expect(new Set(up).size).toBe(23)
    expect(down).toEqual(up.toReversed())
  })

  test('a row touched while paging moves behind the cursor going up, and is missed going down', async () => {
    await using sample = await startSample({ repositories: [sampleRepository(6)] })
    const touchAfterFirstPage = async (direction: string, number: number) => {
      const seen: number[] = []
      for await (const page of pages(sample, 2, direction)) {
        if (seen.length === 0) touch(sample, number)
        seen.push(...page)
      }
      return seen
    }

    expect(await touchAfterFirstPage('ASC', 1)).toEqual([1, 2, 3, 4, 5, 6, 1])
    expect(await touchAfterFirstPage('DESC', 2)).not.toContain(2)
  })

  test('goes backwards from the end with last and before', async () => {
    await using sample = await startSample({ repositories: [sampleRepository(5)] })
    const query = (before: string) => `{ repository(owner: "octo", name: "hello") {
      pullRequests(last: 2${before}) { nodes { number } pageInfo { startCursor hasPreviousPage hasNextPage } } } }`

    const last = await (await ask(sample.simulator, query(''))).json()
    expect(last).toMatchObject(pullRequests({ nodes: [{ number: 4 }, { number: 5 }] }))
    const cursor = z.string().parse(dig(last, 'data', 'repository', 'pullRequests', 'pageInfo', 'startCursor'))
    const before = await (await ask(sample.simulator, query(`, before: "${cursor}"`))).json()
    expect(before).toMatchObject(
      pullRequests({
        nodes: [{ number: 2 }, { number: 3 }],
        pageInfo: { hasPreviousPage: true, hasNextPage: true },
      }),
    )
  })

  test('a cursor that GitHub never gave is an error', async () => {
    await using sample = await startSample()
    const response = await ask(sample.simulator, pageQuery, { variables: { first: 1, after: 'x', direction: 'ASC' } })
    expect(await response.json()).toMatchObject({ errors: [{ type: 'INVALID_CURSOR_ARGUMENTS' }] })
  })
})

test('tells all parts of a pull request', async () => {
  const pullRequest = samplePullRequest(1, {
    labels: ['bug'],
    author: { login: 'renovate', databaseId: 5, bot: true },
    reviews: [
      { id: 'PRR_1', reviewer: 'grace', state: 'APPROVED', submittedAt: '2024-01-02T00:00:00Z', body: '👍' },
      { id: 'PRR_2', reviewer: null, state: 'COMMENTED', submittedAt: '2024-01-02T00:00:00Z', body: '' },
    ],
    connectedIssues: [{ number: 7, repository: 'octo/hello' }],
    disconnectedIssues: [{ number: 8, repository: 'octo/else' }],
    closingIssues: [{ number: 7, repository: 'octo/hello' }],
  })
  await using sample = await startSample({ repositories: [sampleRepository(0, { pullRequests: [pullRequest] })] })
  const response = await ask(
    sample.simulator,
    `{ repository(owner: "Octo", name: "HELLO") { nameWithOwner visibility isPrivate licenseInfo { spdxId }
        defaultBranchRef { name target { oid } }
        pullRequest(number: 1) { author { login __typename ... on Bot { databaseId } } mergeCommit { oid }
          labels(first: 5) { nodes { name } }
          reviews(first: 5) { totalCount nodes { author { login } state } }
          closingIssuesReferences(first: 5) { nodes { number repository { nameWithOwner } } }
          files(first: 5) { nodes { path changeType } }
          commits(first: 5) { nodes { commit { oid messageHeadline message author { name user { login } } } } }
          timelineItems(first: 9, itemTypes: [PULL_REQUEST_REVIEW, CONNECTED_EVENT, DISCONNECTED_EVENT]) { totalCount nodes { __typename
            ... on ConnectedEvent { subject { ... on Issue { number } } } } } } } }`,
  )
  expect(await response.json()).toMatchObject({
    data: {
      repository: {
        nameWithOwner: 'octo/hello',
        visibility: 'PUBLIC',
        isPrivate: false,
        licenseInfo: { spdxId: 'MIT' },
        defaultBranchRef: { name: 'main', target: { oid: 'f'.repeat(40) } },
        pullRequest: {
          author: { login: 'renovate', __typename: 'Bot', databaseId: 5 },
          labels: { nodes: [{ name: 'bug' }] },
          reviews: { totalCount: 2, nodes: [{ author: { login: 'grace' } }, { author: null }] },
          closingIssuesReferences: { nodes: [{ number: 7, repository: { nameWithOwner: 'octo/hello' } }] },
          files: { nodes: [{ path: 'README.md', changeType: 'MODIFIED' }] },
          commits: {
            nodes: [{ commit: { messageHeadline: 'Change 1', author: { name: 'Ada', user: { login: 'ada' } } } }],
          },
          timelineItems: {
            totalCount: 5,
            nodes: [
              { __typename: 'ConnectedEvent', subject: { number: 7 } },
              { __typename: 'ConnectedEvent', subject: { number: 8 } },
              { __typename: 'DisconnectedEvent' },
              { __typename: 'PullRequestReview' },
              { __typename: 'PullRequestReview' },
            ],
          },
        },
      },
    },
  })
  expect(sample.simulator.violations).toEqual([])
})

test('finds nodes by id, and tells each that there is not', async () => {
  await using sample = await startSample()
  const first = await (
    await ask(sample.simulator, '{ repository(owner: "octo", name: "hello") { pullRequest(number: 3) { id } } }')
  ).json()
  const id = z.string().parse(dig(first, 'data', 'repository', 'pullRequest', 'id'))
  const variables = { ids: [id, 'PR_none'] }
  const found = await ask(
    sample.simulator,
    'query($ids: [ID!]!) { nodes(ids: $ids) { ... on PullRequest { number } } }',
    { variables },
  )
  expect(await found.json()).toMatchObject({
    data: { nodes: [{ number: 3 }, null] },
    errors: [{ type: 'NOT_FOUND', path: ['nodes', 1] }],
  })
})

describe('what GitHub refuses', () => {
  const refused = (connection: string) =>
    `{ repository(owner: "octo", name: "hello") { ${connection} { totalCount } } }`

  const tooManyNodes = `{ repository(owner: "octo", name: "hello") { pullRequests(first: 100) { nodes {
    commits(first: 100) { nodes { commit { authors(first: 100) { totalCount } } } } } } } }`

  test.each([
    ['a page of more than 100', refused('pullRequests(first: 101)'), 'EXCESSIVE_PAGINATION'],
    ['a connection without a size', refused('pullRequests'), 'MISSING_PAGINATION_BOUNDARIES'],
    ['more than 500,000 nodes', tooManyNodes, 'MAX_NODE_LIMIT_EXCEEDED'],
  ])('%s', async (_what, query, type) => {
    await using sample = await startSample()
    const body = await (await ask(sample.simulator, query)).json()
    expect(body).toMatchObject({ errors: [{ type }] })
    expect(sample.simulator.violations).toHaveLength(1)
  })

  test('a field that the published schema has not, with status 200', async () => {
    await using sample = await startSample()
    const response = await ask(sample.simulator, '{ viewer { logon } }')
    expect([response.status, sample.simulator.violations]).toEqual([200, [expect.stringContaining('logon')]])
  })

  test('a mutation', async () => {
    await using sample = await startSample()
    await ask(sample.simulator, 'mutation M { addStar(input: { starrableId: "x" }) { clientMutationId } }')
    expect(sample.simulator.violations).toEqual([expect.stringContaining('a write')])
  })

  test('a query without a token', async () => {
    await using sample = await startSample()
    expect((await ask(sample.simulator, '{ viewer { login } }', { token: null })).status).toBe(401)
  })
})

test('a repository that a token may not see is not found, as if there were none', async () => {
  const hidden = sampleRepository(1, { name: 'secret', databaseId: 2, visibility: 'PRIVATE' })
  await using sample = await startSample({ repositories: [hidden], tokens: { stranger: { repositories: [] } } })
  for (const name of ['secret', 'nothing']) {
    const response = await ask(sample.simulator, `{ repository(owner: "octo", name: "${name}") { id } }`, {
      token: 'stranger',
    })
    expect(await response.json()).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'] }],
    })
  }
})

test('a renamed repository is found under its old name, unless renames are not to be followed', async () => {
  await using sample = await startSample()
  sample.simulator.move('octo/hello', 'acme/world')
  const query = (more: string) => `{ repository(owner: "octo", name: "hello"${more}) { nameWithOwner } }`
  expect(await (await ask(sample.simulator, query(''))).json()).toEqual({
    data: { repository: { nameWithOwner: 'acme/world' } },
  })
  expect(await (await ask(sample.simulator, query(', followRenames: false'))).json()).toMatchObject({
    data: { repository: null },
  })
})

const pullRequests = (connection: object) => ({ data: { repository: { pullRequests: connection } } })

const all = async (found: AsyncIterable<readonly number[]>): Promise<number[]> => {
  const numbers: number[] = []
  for await (const page of found) numbers.push(...page)
  return numbers
}

const dig = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value)

const touch = ({ simulator }: Sample, number: number): void => {
  const pullRequest = simulator.repository('octo/hello').pullRequests.find((row) => row.number === number)
  Object.assign(pullRequest ?? {}, { updatedAt: '2025-01-01T00:00:00Z' } satisfies Partial<SimulatedPullRequest>)
}
