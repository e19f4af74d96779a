import type { Achievement } from './achievement-queries.ts'

type Versions = { version: number; publishedVersion: number | null }
export type AchievementState = 'draft' | 'published' | 'changes wait'

/** What the public sees of something that has versions. */
export function stateOf({ version, publishedVersion }: Versions): AchievementState {
  if (publishedVersion === null) return 'draft'
  return version > publishedVersion ? 'changes wait' : 'published'
}

/** What somebody should know before everybody can read it. */
export function warningsOf({ evidence }: Pick<Achievement, 'evidence'>): string[] {
  const hidden = new Set<string>()
  const warnings: string[] = []
  for (const piece of evidence) {
    if (piece.kind === 'document') {
      warnings.push(`The name of the document “${piece.name}”${piece.quote ? ' and the words you quote' : ''}.`)
    } else if (piece.visibility !== 'public') {
      hidden.add(`${piece.repository} (${VISIBILITIES[piece.visibility]})`)
    }
  }
  return [
    ...[...hidden].map((repository) => `Titles, authors and claims of pull requests of ${repository}.`),
    ...warnings,
  ]
}

const VISIBILITIES = {
  private: 'private',
  internal: 'internal',
  unknown: 'not known to be public',
} as const
