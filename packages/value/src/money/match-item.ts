import type { Claim } from '../claims/claim.ts'
import type { ContextItem, ValueContext } from './context.ts'

/** What a statement is about, as far as its words tell. */
export type Subject = {
  /** The sentence it stands in, and what it says it measured. */
  readonly near: string
  readonly title: string
  readonly repository: string | null
  readonly metric: Claim['metric'] | null
}

export type Match = { readonly item: ContextItem; readonly by: string }

/**
 * The item that a statement is about among those that declare what is needed: one named in its sentence before one
 * named in the title before one that goes for all of a repository or metric; the first declared among equals.
 */
export const matchItem = (
  subject: Subject,
  { items }: Pick<ValueContext, 'items'>,
  declares: (item: ContextItem) => boolean,
): Match | null => {
  let best: (Match & { rank: number }) | null = null
  for (const item of items) {
    if (!declares(item)) continue
    const found = fit(subject, item)
    if (found !== null && found.rank > (best?.rank ?? 0)) best = { item, ...found }
  }
  return best === null ? null : { item: best.item, by: best.by }
}

const fit = (subject: Subject, { match }: ContextItem): { rank: number; by: string } | null => {
  const { repositories, words, metrics } = match
  const repository = subject.repository?.toLowerCase()
  if (repositories && !repositories.some((name) => name.toLowerCase() === repository)) return null
  if (metrics && (subject.metric === null || !metrics.includes(subject.metric))) return null
  if (words === undefined) return { rank: 1, by: repositories ? 'its repository' : 'what it measures' }
  const near = words.find((word) => holds(subject.near, word))
  if (near !== undefined) return { rank: 3, by: `“${near}” in its sentence` }
  const title = words.find((word) => holds(subject.title, word))
  return title === undefined ? null : { rank: 2, by: `“${title}” in the title` }
}

/** Whole words only: "ci" is not in "decision". */
const holds = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, 'iu').test(text)
