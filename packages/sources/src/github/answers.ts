import { z } from 'zod'

/** The answers to the questions in queries.ts; a field that is missing or null where it may not be breaks the answer. */

const oid = z.string().regex(/^[0-9a-f]{40,64}$/)
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })
const count = z.int().nonnegative()

const connectionOf = <T extends z.ZodType>(node: T) =>
  z
    .object({ totalCount: count, pageInfo, nodes: z.array(node) })
    .refine(({ pageInfo: { hasNextPage, endCursor } }) => !hasNextPage || endCursor !== null, 'no cursor to go on from')

const issue = z.object({
  subject: z.object({
    __typename: z.string(),
    number: z.int().optional(),
    repository: z.object({ nameWithOwner: z.string() }).optional(),
  }),
})

const account = z.object({ __typename: z.string(), login: z.string() })

export type Account = z.infer<typeof account>

const timelineItem = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('PullRequestReview'),
    author: account.nullable(),
    state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
    submittedAt: z.string().nullable(),
  }),
  issue.extend({ __typename: z.literal('ConnectedEvent') }),
  issue.extend({ __typename: z.literal('DisconnectedEvent') }),
])

const gitActor = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
})

const commit = z.object({
  commit: z.object({
    oid,
    message: z.string(),
    authoredDate: z.string(),
    author: gitActor.nullable(),
  }),
})

const file = z.object({ path: z.string(), additions: count, deletions: count })

export const partSchemas = {
  labels: connectionOf(z.object({ name: z.string() })),
  timelineItems: connectionOf(timelineItem),
  // GitHub gives null when it cannot make the diff.
  files: connectionOf(file).nullable(),
  commits: connectionOf(commit),
} as const

export type PartNodes = {
  labels: { name: string }
  timelineItems: z.infer<typeof timelineItem>
  files: z.infer<typeof file>
  commits: z.infer<typeof commit>
}

const row = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string(),
  merged: z.boolean(),
  mergedAt: z.string().nullable(),
  updatedAt: z.string(),
  additions: count,
  deletions: count,
  changedFiles: count,
  baseRefName: z.string(),
  baseRefOid: oid,
  headRefOid: oid,
  author: account.extend({ name: z.string().nullish() }).nullable(),
  mergeCommit: z
    .object({
      oid,
      message: z.string().optional(),
      author: gitActor.nullish(),
      parents: z.object({ totalCount: count }).optional(),
    })
    .nullable(),
})

export type RowNode = z.infer<typeof row>

export const rowNodes = {
  /** Without nested lists: for the pull request that is too big with them. */
  bare: row,
  git: row.extend({ labels: partSchemas.labels, timelineItems: partSchemas.timelineItems }),
  api: row.extend(partSchemas),
} as const

export type PullRequestNode = RowNode & {
  [Name in keyof PartNodes]?: {
    totalCount: number
    pageInfo: z.infer<typeof pageInfo>
    nodes: PartNodes[Name][]
  } | null
}

export const pageAnswer = (node: z.ZodType<PullRequestNode>) =>
  z.object({ repository: z.object({ pullRequests: connectionOf(node) }) })

export const pullRequestAnswer = (node: z.ZodType<PullRequestNode>) =>
  z.object({ repository: z.object({ pullRequest: node.nullable() }) })

export const repositoryAnswer = z.object({
  repository: z.object({
    nameWithOwner: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
    visibility: z.enum(['PUBLIC', 'PRIVATE', 'INTERNAL']),
    licenseInfo: z.object({ spdxId: z.string().nullable() }).nullable(),
    defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid }).nullable() }).nullable(),
    pullRequests: z.object({ totalCount: count }),
  }),
})
