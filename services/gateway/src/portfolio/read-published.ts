import type { PublishedPortfolio } from '@assay/contracts'
import { type Database, findPortfolio, listPublishedAchievements } from '@assay/db'
import { achievementSlug } from '@assay/portfolio'
import { readEvidence } from './read-evidence.ts'

/** Everything that a workspace shows to the public; null if it shows nothing. @param method of the numbers. */
export const readPublished = async (
  db: Database,
  workspace: string,
  method: string,
): Promise<PublishedPortfolio | null> => {
  const [portfolio, rows] = await Promise.all([findPortfolio(db, workspace), listPublishedAchievements(db, workspace)])
  if (!portfolio?.publishedProfile) return null
  const { slug: _slug, ...profile } = portfolio.publishedProfile
  const read = await readEvidence(db, workspace, new Map(rows.map(({ id, evidence }) => [id, evidence])))
  return {
    profile,
    achievements: rows.map(({ id, title, story, publishedAt }) => {
      const evidence = read.evidenceOf(id)
      return {
        slug: achievementSlug(title, id),
        title,
        story,
        publishedAt: publishedAt?.toISOString() ?? '',
        evidence,
        files: Object.fromEntries(evidence.map((piece) => [piece.id, read.filesOf(piece.id)])),
        value: read.valueOf(id),
      }
    }),
    whole: read.whole,
    method,
    madeAt: new Date().toISOString(),
  }
}
