import type { achievementSchema, achievementSummarySchema, achievementVersionsSchema } from '@assay/contracts'
import type { Database, FoundAchievement, KeptVersion, ListedAchievement } from '@assay/db'
import type { z } from 'zod'
import { readEvidence } from '../portfolio/read-evidence.ts'

export const viewSummary = (row: ListedAchievement): z.output<typeof achievementSummarySchema> => ({
  ...row,
  state: row.publishedVersion === null ? 'draft' : 'published',
  publishedAt: row.publishedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

/** With what its evidence is and comes to at this moment. */
export const viewAchievement = async (
  db: Database,
  workspace: string,
  { evidence, story, ...row }: FoundAchievement,
): Promise<z.output<typeof achievementSchema>> => {
  const read = await readEvidence(db, workspace, new Map([[row.id, evidence]]))
  const shown = read.evidenceOf(row.id)
  return {
    ...viewSummary({ ...row, evidenceCount: shown.length }),
    story,
    evidence: shown,
    value: read.valueOf(row.id),
  }
}

export const viewVersion = ({
  savedAt,
  evidence,
  ...row
}: KeptVersion): z.output<typeof achievementVersionsSchema>['items'][number] => ({
  ...row,
  savedAt: savedAt.toISOString(),
  evidence: evidence.map(({ quote, ...piece }) => {
    if (!quote) return { ...piece, quote }
    const { hash: _hash, ...place } = quote
    return { ...piece, quote: place }
  }),
})
