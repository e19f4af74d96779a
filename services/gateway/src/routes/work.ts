import {
  type claimSchema,
  NotFound,
  pageQuery,
  problemSchema,
  pullRequestPageSchema,
  pullRequestQuery,
  pullRequestSchema,
  repositoryPageSchema,
  repositorySchema,
} from '@assay/contracts'
import {
  type CountedRepository,
  type Database,
  findPullRequest,
  findRepository,
  type ListedPullRequest,
  listPullRequests,
  listRepositories,
  type Person,
} from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { priceEach, priceOne } from '../value/priced-work.ts'

const params = z.object({ id: z.uuid() })
/** A position says what the list is sorted by, so that the cursor of another order is refused. */
const positions = {
  value: z.object({ sort: z.literal('value'), value: z.string().regex(/^-?\d{1,9}(?:\.\d{1,12})?$/), id: z.uuid() }),
  size: z.object({ sort: z.literal('size'), value: z.string().regex(/^\d{1,9}$/), id: z.uuid() }),
  merged_at: z.object({
    sort: z.literal('merged_at'),
    value: z.string().refine((text) => new Date(text).getUTCFullYear() >= 1),
    id: z.uuid(),
  }),
}

/** What was collected: repositories and their pull requests. */
export const workRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/repositories',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['work'],
        summary: 'Collected repositories, the newest first',
        querystring: z.strictObject(pageQuery),
        response: { 200: repositoryPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const before = decodeCursor(cursor, z.uuid())
      const rows = await listRepositories(db, callerOf(request).workspace, { before, limit: limit + 1 })
      return toPage(rows, limit, { view: viewRepository, position: ({ id }) => id })
    },
  )

  app.get(
    '/repositories/:id',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['work'],
        summary: 'One repository',
        params,
        response: { 200: repositorySchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const row = await findRepository(db, callerOf(request).workspace, request.params.id)
      if (!row) throw NotFound(`repository ${request.params.id}`)
      return viewRepository(row)
    },
  )

  app.get(
    '/pull-requests',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['work'],
        summary: 'Collected pull requests',
        querystring: pullRequestQuery,
        response: { 200: pullRequestPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { cursor, limit, sort, repository, from, to, include, ...filter } = request.query
      const rows = await listPullRequests(
        db,
        workspace,
        {
          ...filter,
          repositoryId: repository,
          from: from ? new Date(from) : undefined,
          to: to ? new Date(to) : undefined,
        },
        {
          sort,
          after: decodeCursor<z.ZodType<{ value: string; id: string }>>(cursor, positions[sort]),
          limit: limit + 1,
        },
      )
      const money = include === 'money' ? await priceEach(db, workspace, rows) : undefined
      return toPage(rows, limit, {
        view: ({ position: _position, ...row }) => ({
          ...viewPullRequest(row),
          ...(money && { money: money(row.id) }),
        }),
        position: ({ position: value, id }) => ({ sort, value, id }),
      })
    },
  )

  app.get(
    '/pull-requests/:id',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['work'],
        summary: 'One pull request with its parts and the reasons of its score',
        params,
        response: { 200: pullRequestSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const row = await findPullRequest(db, workspace, request.params.id)
      if (!row) throw NotFound(`pull request ${request.params.id}`)
      const {
        method,
        kindProbability,
        kindEvidence,
        effort,
        claims,
        breakdown,
        scoredAt,
        coAuthors,
        commits,
        ...pullRequest
      } = row
      return {
        ...viewPullRequest(pullRequest),
        coAuthors: coAuthors.map(viewPerson),
        commits: commits.map((commit) => ({ ...commit, author: viewPerson(commit.author) })),
        value: method
          ? {
              method,
              kindProbability: kindProbability ?? 0,
              kindEvidence: kindEvidence ?? '',
              low: row.low ?? 0,
              high: row.high ?? 100,
              effort: effort ?? {},
              // Stored as @assay/value made them, and checked against the schema on the way out.
              claims: (claims ?? []) as z.output<typeof claimSchema>[],
              breakdown: breakdown ?? [],
              ...(await priceOne(db, workspace, row.id)),
              scoredAt: scoredAt?.toISOString() ?? '',
            }
          : null,
      }
    },
  )
}

const viewRepository = ({
  workspace: _workspace,
  cursor: _cursor,
  collectedAt,
  createdAt,
  ...row
}: CountedRepository) => ({
  ...row,
  collectedAt: collectedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})

const viewPullRequest = <Row extends Omit<ListedPullRequest, 'position'>>({
  authorName,
  mergedAt,
  vanishedAt,
  ...row
}: Row) => ({
  ...row,
  author: authorName,
  mergedAt: mergedAt.toISOString(),
  vanished: vanishedAt !== null,
})

/** The hash of an address is for joining one person's work, and is not shown. */
const viewPerson = ({ name, login }: Person) => ({ name, login })
