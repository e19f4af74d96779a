import type { PublishedAchievement } from '@assay/contracts'
import { kindWords } from '../words.ts'
import { areasOf, languageOf } from './file-skills.ts'

export type Skill = {
  readonly name: string
  /** How many pull requests show it. */
  readonly pullRequests: number
  /** Achievements that they stand behind. */
  readonly achievements: readonly Pick<PublishedAchievement, 'slug' | 'title'>[]
}
export type SkillGroup = { readonly title: string; readonly derivedFrom: string; readonly skills: readonly Skill[] }

const SHOWN = 12

/** Skills that published evidence shows, those shown most often first. Nobody states one. */
export const deriveSkills = (achievements: readonly PublishedAchievement[]): SkillGroup[] =>
  [
    {
      title: 'Languages',
      derivedFrom: 'From the names of the files that the pull requests changed, without generated and vendored ones.',
      skills: gather(achievements, ({ files }) => files.flatMap((path) => languageOf(path) ?? [])),
    },
    {
      title: 'Areas',
      derivedFrom: 'From the folders in which those files lie.',
      skills: gather(achievements, ({ files }) => files.flatMap(areasOf)),
    },
    {
      title: 'Kinds of work',
      derivedFrom:
        'From the kind that each pull request declares, or that a model gives it by its words, paths and size.',
      skills: gather(achievements, ({ kind }) => (kind === null ? [] : [kindWords(kind)])),
    },
  ].filter(({ skills }) => skills.length > 0)

type Shown = { readonly kind: string | null; readonly files: readonly string[] }

const gather = (achievements: readonly PublishedAchievement[], namesOf: (shown: Shown) => string[]): Skill[] => {
  const found = new Map<string, { ids: Set<string>; by: Map<string, Pick<PublishedAchievement, 'slug' | 'title'>> }>()
  for (const { slug, title, evidence, files } of achievements) {
    for (const piece of evidence) {
      if (piece.kind !== 'pull-request') continue
      for (const name of new Set(namesOf({ kind: piece.changeKind, files: files[piece.id] ?? [] }))) {
        const skill = found.get(name) ?? { ids: new Set(), by: new Map() }
        skill.ids.add(piece.id)
        skill.by.set(slug, { slug, title })
        found.set(name, skill)
      }
    }
  }
  return [...found]
    .map(([name, { ids, by }]) => ({ name, pullRequests: ids.size, achievements: [...by.values()] }))
    .toSorted((a, b) => b.pullRequests - a.pullRequests || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN)
}
