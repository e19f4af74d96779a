import { z } from 'zod'
import { evidenceSchema, evidenceValueSchema, seenVersion } from './achievements.ts'

/** Names of pages, which no portfolio may have as its own. */
const RESERVED = ['achievements', 'method']
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/

/** Whether a portfolio can be at `/portfolio/<text>/`. */
export const isPortfolioSlug = (text: string): boolean => SLUG.test(text) && !RESERVED.includes(text)

export const portfolioProfileSchema = z.strictObject({
  name: z.string().trim().max(120).default(''),
  headline: z.string().trim().max(200).default(''),
  about: z.string().max(10_000).default('').describe('Plain text as stories of achievements are'),
  links: z
    .array(
      z.strictObject({
        label: z.string().trim().min(1).max(80),
        url: z.url({ protocol: /^https$/, error: 'give an address that begins with https://' }).max(500),
      }),
    )
    .max(12)
    .default([]),
  slug: z
    .string()
    .refine(isPortfolioSlug, `2 to 40 small letters, digits and hyphens, and none of ${RESERVED.join(', ')}`)
    .nullable()
    .default(null)
    .describe('The site is at /portfolio/<slug>/; without one at /portfolio/, which one workspace can have'),
})
export type PortfolioProfile = z.output<typeof portfolioProfileSchema>

export const portfolioChangeSchema = portfolioProfileSchema.extend({ version: seenVersion })

export const portfolioSchema = portfolioProfileSchema.extend({
  version: z.int().describe('0 until it is saved first'),
  state: z.enum(['draft', 'published']),
  publishedVersion: z
    .int()
    .nullable()
    .describe('The version that the public sees; older than `version` if changes wait'),
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  address: z.string().nullable().describe('Where the public finds it; null while it is not published'),
  publishedAchievements: z.int(),
})

/** An achievement as the public sees it. */
const publishedAchievementSchema = z.object({
  /** Names its page. */
  slug: z.string(),
  title: z.string(),
  story: z.string(),
  publishedAt: z.string(),
  evidence: z.array(evidenceSchema),
  /** Paths of the files that each piece of evidence changed, by its id; skills are derived from them, none is shown. */
  files: z.record(z.string(), z.array(z.string())),
  value: evidenceValueSchema,
})
export type PublishedAchievement = z.output<typeof publishedAchievementSchema>

/** Everything that a portfolio shows, and nothing else: what is not in here cannot be published. */
export const publishedPortfolioSchema = z.object({
  profile: portfolioProfileSchema.omit({ slug: true }),
  achievements: z.array(publishedAchievementSchema),
  /** Of all evidence together: every piece, and every effect, counts once. */
  whole: evidenceValueSchema,
  /** Names and versions of what made the numbers. */
  method: z.string(),
  madeAt: z.string(),
})
export type PublishedPortfolio = z.output<typeof publishedPortfolioSchema>
