/**
 * The questions put to GitHub's GraphQL. Their cost is the number of connections asked for, over 100, rounded, at least
 * 1 (docs.github.com, "Rate limits for the GraphQL API"), so every nested connection is a connection per pull request.
 */

/** Where files and commits come from: from a clone, or from the API, where they cost connections. */
export type Transport = 'git' | 'api'

const rate = /* GraphQL */ `rateLimit { cost remaining resetAt }`

const issue = /* GraphQL */ `subject { __typename ... on Issue { number repository { nameWithOwner } } }`

/** The nested lists, each asked on its own when it is longer than a page or when GitHub finds the page too big. */
export const partNames = ['labels', 'timelineItems', 'files', 'commits'] as const
export type PartName = (typeof partNames)[number]

const parts: Readonly<
  Record<PartName, { readonly field: string; readonly filter: string; readonly first: number; readonly nodes: string }>
> = {
  labels: { field: 'labels', filter: '', first: 20, nodes: 'name' },
  // Reviews and links made by hand in one connection: two would make a page half as long for the same points.
  timelineItems: {
    field: 'timelineItems',
    filter: ', itemTypes: [PULL_REQUEST_REVIEW, CONNECTED_EVENT, DISCONNECTED_EVENT]',
    first: 100,
    nodes: /* GraphQL */ `__typename
      ... on PullRequestReview { author { __typename login } state submittedAt }
      ... on ConnectedEvent { ${issue} }
      ... on DisconnectedEvent { ${issue} }`,
  },
  files: { field: 'files', filter: '', first: 100, nodes: 'path additions deletions' },
  commits: {
    field: 'commits',
    filter: '',
    first: 100,
    nodes: 'commit { oid message authoredDate author { name email user { login } } }',
  },
}

const part = (name: PartName, after = '') => {
  const { field, filter, first, nodes } = parts[name]
  return `${name}: ${field}(first: ${first}${after}${filter}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${nodes} } }`
}

const partsOf: Readonly<Record<Transport, readonly PartName[]>> = {
  git: ['labels', 'timelineItems'],
  api: ['labels', 'timelineItems', 'files', 'commits'],
}

const row = /* GraphQL */ `number title body merged mergedAt updatedAt additions deletions changedFiles
  baseRefName baseRefOid headRefOid author { __typename login ... on User { name } }`

/** A clone knows the merge commit's parents; from the API they are one more connection. */
const mergeCommit: Readonly<Record<Transport, string>> = {
  git: /* GraphQL */ `mergeCommit { oid }`,
  api: /* GraphQL */ `mergeCommit { oid message author { name email user { login } } parents(first: 1) { totalCount } }`,
}

const fields = (transport: Transport, withParts: boolean) =>
  [row, mergeCommit[transport], ...(withParts ? partsOf[transport].map((name) => part(name)) : [])].join('\n')

/** The most pull requests that a page of one point holds; fewer from the API, where a page soon takes too long. */
export const pageSizes: Readonly<Record<Transport, number>> = { git: 74, api: 25 }

export const pointsOf = (connections: number): number => Math.max(1, Math.round(connections / 100))

export const nestedConnections: Readonly<Record<Transport, number>> = { git: 2, api: 5 }

export const pagePoints = (transport: Transport, first: number): number =>
  pointsOf(1 + first * nestedConnections[transport])

export const repositoryQuery = /* GraphQL */ `
query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    nameWithOwner visibility licenseInfo { spdxId }
    defaultBranchRef { name target { oid } }
    pullRequests(states: MERGED, first: 1) { totalCount }
  }
  ${rate}
}`

export const pageQuery = (transport: Transport, withParts = true): string => /* GraphQL */ `
query PullRequests($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: MERGED, first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { ${fields(transport, withParts)} }
    }
  }
  ${rate}
}`

export const pullRequestQuery = (transport: Transport, withParts = true): string => /* GraphQL */ `
query PullRequest($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { ${fields(transport, withParts)} } }
  ${rate}
}`

export type Wanted = { readonly number: number; readonly after: string | null }

export const aliasOf = (number: number) => `p${number}`

/** More of one nested list for many pull requests in one request. */
export const partQuery = (
  name: PartName,
  wanted: readonly Wanted[],
): { query: string; variables: Record<string, string> } => {
  const cursors = wanted.flatMap(({ number, after }) => (after === null ? [] : [{ name: `after${number}`, after }]))
  const declared = cursors.map((cursor) => `, $${cursor.name}: String!`).join('')
  const asked = wanted.map(({ number, after }) => {
    const from = after === null ? '' : `, after: $after${number}`
    return `${aliasOf(number)}: pullRequest(number: ${number}) { ${part(name, from)} }`
  })
  const query = /* GraphQL */ `
query More($owner: String!, $name: String!${declared}) {
  repository(owner: $owner, name: $name) {
    ${asked.join('\n    ')}
  }
  ${rate}
}`
  return { query, variables: Object.fromEntries(cursors.map((cursor) => [cursor.name, cursor.after])) }
}
