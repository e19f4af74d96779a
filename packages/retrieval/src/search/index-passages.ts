import { buildIndex } from '../ranking/index-builder.ts'
import type { SearchIndex } from '../ranking/search-index.ts'
import type { Passage } from './passage.ts'

/** What is indexed of a passage. */
export type PassageText = Pick<Passage, 'id' | 'title' | 'headings' | 'text'>

/** The title of a passage's source and the headings above it, which stand for its title. */
export const titleOf = ({ title, headings }: Pick<Passage, 'title' | 'headings'>): string =>
  [title, ...headings].join('\n')

/** The index of passages, each with its title and headings. */
export const indexPassages = (passages: readonly PassageText[]): SearchIndex =>
  buildIndex(passages.map((passage) => ({ id: passage.id, title: titleOf(passage), text: passage.text })))
