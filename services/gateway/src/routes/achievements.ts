import {
  achievementChangeSchema,
  achievementInputSchema,
  achievementListQuery,
  achievementListSchema,
  achievementOrderSchema,
  achievementSchema,
  achievementVersionsSchema,
  LimitReached,
  MAX_ACHIEVEMENTS,
  NotFound,
  OrderOutdated,
  problemSchema,
  suggestionQuery,
  suggestionsSchema,
  VersionConflict,
  versionSeenSchema,
} from '@assay/contracts'
import {
  addAchievement,
  type Database,
  deleteAchievement,
  findAchievement,
  listAchievements,
  listAchievementVersions,
  listNewestEvidence,
  orderAchievements,
  publishAchievement,
  saveAchievement,
  unpublishAchievement,
} from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { checkEvidence } from '../portfolio/check-evidence.ts'
import { readEvidence } from '../portfolio/read-evidence.ts'
import { suggestAchievements } from '../portfolio/suggest-achievements.ts'
import { viewAchievement, viewSummary, viewVersion } from '../views/achievement-view.ts'

const tags = ['portfolio']
const params = z.object({ id: z.uuid() })
const whole = { 200: achievementSchema, '4xx': problemSchema }
const listed = { 200: achievementListSchema, '4xx': problemSchema }

/** What somebody tells of their work, with the evidence. What is saved is seen by the public only once it is published. */
export const achievementRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  const find = async (workspace: string, id: string) => {
    const found = await findAchievement(db, workspace, id)
    if (!found) throw NotFound(`achievement ${id}`)
    return found
  }
  const show = async (workspace: string, id: string) => viewAchievement(db, workspace, await find(workspace, id))
  const list = async (workspace: string) => ({ items: (await listAchievements(db, workspace)).map(viewSummary) })
  const listWithValues = async (workspace: string) => {
    const [{ items }, evidence] = await Promise.all([list(workspace), listNewestEvidence(db, workspace)])
    const given = new Map(evidence.map((row) => [row.id, row.evidence]))
    const known = await readEvidence(db, workspace, given)
    // One that was added between the two reads has its value the next time.
    return { items: items.map((item) => (given.has(item.id) ? { ...item, value: known.valueOf(item.id) } : item)) }
  }
  /** Why what was seen could not be used: it is gone, or there is a newer version. */
  const outdated = async (workspace: string, id: string) =>
    VersionConflict('this achievement', (await find(workspace, id)).version)

  app.get(
    '/achievements',
    {
      config: { scope: 'read' },
      schema: { tags, summary: 'Achievements in their order', querystring: achievementListQuery, response: listed },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      return request.query.include === 'value' ? listWithValues(workspace) : list(workspace)
    },
  )

  app.post(
    '/achievements',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Add an achievement as a draft',
        body: achievementInputSchema,
        response: { 201: achievementSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const evidence = await checkEvidence(db, workspace, request.body.evidence)
      const id = await db.transaction((tx) =>
        addAchievement(tx, workspace, { ...request.body, evidence }, { limit: MAX_ACHIEVEMENTS }),
      )
      if (id === undefined) {
        throw LimitReached(`A workspace has ${MAX_ACHIEVEMENTS} achievements at most`, 'Delete one first.')
      }
      return reply
        .code(201)
        .header('location', `/api/v2/achievements/${id}`)
        .send(await show(workspace, id))
    },
  )

  app.put(
    '/achievements/order',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Put achievements in order; the public sees it at once',
        body: achievementOrderSchema,
        response: listed,
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      if (!(await db.transaction((tx) => orderAchievements(tx, workspace, request.body.ids)))) throw OrderOutdated()
      return list(workspace)
    },
  )

  app.get(
    '/achievements/suggestions',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Drafts of what might be told, from pull requests that no achievement tells of; nothing is stored',
        querystring: suggestionQuery,
        response: { 200: suggestionsSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { author: authors, limit } = request.query
      return { items: await suggestAchievements(db, callerOf(request).workspace, { authors, limit }) }
    },
  )

  app.get(
    '/achievements/:id',
    {
      config: { scope: 'read' },
      schema: { tags, summary: 'An achievement with its evidence and what that comes to now', params, response: whole },
    },
    async (request) => show(callerOf(request).workspace, request.params.id),
  )

  app.get(
    '/achievements/:id/versions',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What it said each time it was saved, the newest first; to undo, save an earlier one again',
        params,
        response: { 200: achievementVersionsSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const versions = await listAchievementVersions(db, workspace, request.params.id)
      if (versions.length === 0) throw NotFound(`achievement ${request.params.id}`)
      return { items: versions.map(viewVersion) }
    },
  )

  app.put(
    '/achievements/:id',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Save a new version; the public goes on seeing the one that was published',
        params,
        body: achievementChangeSchema,
        response: whole,
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      const { version: seen, ...achievement } = request.body
      const evidence = await checkEvidence(db, workspace, achievement.evidence)
      const change = { id, seen, achievement: { ...achievement, evidence } }
      if (!(await db.transaction((tx) => saveAchievement(tx, workspace, change)))) throw await outdated(workspace, id)
      return show(workspace, id)
    },
  )

  app.delete(
    '/achievements/:id',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Delete an achievement with all its versions',
        params,
        response: { 204: z.null(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await deleteAchievement(db, callerOf(request).workspace, id))) throw NotFound(`achievement ${id}`)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/achievements/:id/publish',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Show the newest version to the public, once the portfolio is published',
        params,
        body: versionSeenSchema,
        response: whole,
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      if (!(await publishAchievement(db, workspace, { id, seen: request.body.version }))) {
        throw await outdated(workspace, id)
      }
      return show(workspace, id)
    },
  )

  app.post(
    '/achievements/:id/unpublish',
    {
      config: { scope: 'admin' },
      schema: { tags, summary: 'Hide it from the public; what was written stays', params, response: whole },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { id } = request.params
      if (!(await unpublishAchievement(db, workspace, id))) throw NotFound(`achievement ${id}`)
      return show(workspace, id)
    },
  )
}
