import {
  AddressTaken,
  NotPublished,
  portfolioChangeSchema,
  portfolioProfileSchema,
  portfolioSchema,
  problemSchema,
  VersionConflict,
  versionSeenSchema,
} from '@assay/contracts'
import {
  type Database,
  findPortfolio,
  listPublishedAchievements,
  publishPortfolio,
  savePortfolio,
  unpublishPortfolio,
} from '@assay/db'
import { packZip } from '@assay/portfolio'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import type { PublishedSites } from '../portfolio/published-sites.ts'

const tags = ['portfolio']
const whole = { 200: portfolioSchema, '4xx': problemSchema }

/** Whom a workspace's portfolio is of, its publication, and what is published as files. */
export const portfolioRoutes: FastifyPluginAsyncZod<{ db: Database; sites: PublishedSites }> = async (
  app,
  { db, sites },
) => {
  const show = async (workspace: string): Promise<z.output<typeof portfolioSchema>> => {
    const [stored, published] = await Promise.all([
      findPortfolio(db, workspace),
      listPublishedAchievements(db, workspace),
    ])
    const shown = stored?.publishedProfile
    return {
      ...portfolioProfileSchema.parse(stored?.profile ?? {}),
      version: stored?.version ?? 0,
      state: shown ? 'published' : 'draft',
      publishedVersion: stored?.publishedVersion ?? null,
      publishedAt: stored?.publishedAt?.toISOString() ?? null,
      updatedAt: stored?.updatedAt.toISOString() ?? null,
      address: shown ? addressOf(shown.slug) : null,
      publishedAchievements: published.length,
    }
  }
  const outdated = async (workspace: string) =>
    VersionConflict('the profile', (await findPortfolio(db, workspace))?.version ?? 0)
  const publishedSite = async (workspace: string) => {
    const site = await sites.siteOf(workspace)
    if (!site) throw NotPublished('An admin publishes it with POST /api/v2/portfolio/publish.')
    return site
  }

  app.get(
    '/portfolio',
    { config: { scope: 'read' }, schema: { tags, summary: 'The profile of the portfolio', response: whole } },
    async (request) => show(callerOf(request).workspace),
  )

  app.put(
    '/portfolio',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Save the profile; the public goes on seeing the one that was published',
        body: portfolioChangeSchema,
        response: whole,
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { version: seen, ...profile } = request.body
      if (!(await savePortfolio(db, workspace, { seen, profile }))) throw await outdated(workspace)
      return show(workspace)
    },
  )

  app.post(
    '/portfolio/publish',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Show the newest profile and all published achievements to everybody',
        body: versionSeenSchema,
        response: whole,
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const outcome = await publishPortfolio(db, workspace, request.body.version)
      if (outcome === 'outdated') throw await outdated(workspace)
      if (outcome === 'address-taken') throw AddressTaken(addressOf((await show(workspace)).slug))
      return show(workspace)
    },
  )

  app.post(
    '/portfolio/unpublish',
    {
      config: { scope: 'admin' },
      schema: { tags, summary: 'Take the site away from the public; nothing is lost', response: whole },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      await unpublishPortfolio(db, workspace)
      return show(workspace)
    },
  )

  app.get(
    '/portfolio/export',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'The site as published, as a ZIP archive of a folder that works from a disk',
        produces: ['application/zip'],
        response: { 200: z.unknown(), '4xx': problemSchema },
      },
    },
    async (request, reply) =>
      reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="portfolio.zip"')
        .send(packZip(await publishedSite(callerOf(request).workspace))),
  )

  app.get(
    '/portfolio/pdf',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'The portfolio as published, as PDF',
        produces: ['application/pdf'],
        response: { 200: z.unknown(), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const pdf = (await publishedSite(callerOf(request).workspace)).get('portfolio.pdf')
      return reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="portfolio.pdf"')
        .send(pdf?.content)
    },
  )
}

const addressOf = (slug: string | null): string => (slug === null ? '/portfolio/' : `/portfolio/${slug}/`)
