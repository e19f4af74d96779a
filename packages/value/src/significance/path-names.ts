import { isGenerated, type PathClass, pathClasses } from '../kind/path-classes.ts'
import { readPathProfile } from '../kind/path-profile.ts'

/** Only so many files are named: a long list says nothing that its size does not. */
const MOST_FILES = 60

/** How many files of a class, and how many folders, make a difference. */
const COUNTS = [2, 4, 8]
const FOLDERS = [2, 4, 8, 16]
const counted: readonly PathClass[] = ['source', 'test', 'docs', 'types']

/**
 * What the paths tell of a change: the classes of its files, how far it spreads, and the words, folders, names and endings of
 * the paths, which say the same in many projects (`docs/api`, `cli`, `breaking-changes.md`). Only files that somebody
 * wrote are named.
 */
export function* pathNames(paths: readonly string[]): Generator<string> {
  const profile = readPathProfile(paths)
  yield `k:${profile.name}`
  for (const name of pathClasses) if (profile.counts[name] > 0) yield `k:any-${name}`
  for (const name of counted) for (const least of COUNTS) if (profile.counts[name] >= least) yield `n:${name}${least}`
  const own = paths.filter((path) => !isGenerated(path))
  const folders = new Set(own.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))
  for (const least of FOLDERS) if (folders.size >= least) yield `n:folders${least}`
  yield* new Set(own.slice(0, MOST_FILES).flatMap((path) => namesIn(path.toLowerCase())))
}

const namesIn = (path: string): string[] => {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const folders = path.split('/').slice(0, -1)
  const words = path.split(/[^a-z]+/).filter((word) => word.length > 2)
  return [
    `o:${file}`,
    `e:${/\.\w+$/.exec(file)?.[0] ?? 'none'}`,
    ...folders.map((folder) => `i:${folder}`),
    ...words.map((word) => `d:${word}`),
  ]
}

/** Whether a feature is a part of a path. */
export const isOfPath = (name: string): boolean => /^[oeid]:/.test(name)
