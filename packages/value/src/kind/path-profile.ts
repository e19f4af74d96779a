import { type PathClass, pathClasses, pathClassOf } from './path-classes.ts'

/** What a change touches: how many files of each class, and the one word that says it best. */
export type PathProfile = {
  readonly total: number
  readonly counts: Readonly<Record<PathClass, number>>
  readonly name: string
}

const rank: readonly PathClass[] = [
  'source',
  'types',
  'asset',
  'other',
  'script',
  'tooling',
  'ci',
  'docs',
  'example',
  'bench',
  'test',
  'manifest',
  'changes',
  'lock',
  'generated',
]

/** More files than these change nothing in the picture. */
const MOST_FILES = 400

export const readPathProfile = (paths: readonly string[]): PathProfile => {
  const counts = Object.fromEntries(pathClasses.map((name) => [name, 0])) as Record<PathClass, number>
  for (const path of paths.slice(0, MOST_FILES)) counts[pathClassOf(path)] += 1
  return { total: Math.min(paths.length, MOST_FILES), counts, name: nameOf(counts, paths.length) }
}

const nameOf = (counts: Readonly<Record<PathClass, number>>, total: number): string => {
  if (total === 0) return 'unknown'
  const seen = rank.filter((name) => counts[name] > 0)
  const main = seen[0] ?? 'other'
  if (seen.length === 1) return `only-${main}`
  if (main === 'source') return `source${counts.test > 0 ? '+test' : ''}${counts.docs > 0 ? '+docs' : ''}`
  return `${main}+${seen[1]}`
}
