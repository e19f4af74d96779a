import type { Facets, Passage } from './passage.ts'

/** A passage as it is stored, with its facets beside the rest. */
export type StoredPassage = Omit<Passage, 'facets'> & Omit<Facets, 'at'> & { readonly at: Date }

export const toPassage = ({ repositoryId, author, kind, language, at, ...stored }: StoredPassage): Passage => ({
  ...stored,
  facets: { repositoryId, author, kind, language, at: at.getTime() },
})
