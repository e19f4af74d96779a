import type { Passage } from './passage.ts'

/** What is known of a passage besides its text. */
export type PassageFacts = Pick<Passage, 'sourceId' | 'source' | 'facets'>

/**
 * Keeps what is known of passages besides their texts. Passages of one source that follow each other share it, and equal
 * words are one in memory.
 */
export const collectFacts = () => {
  const facts = new Map<string, PassageFacts>()
  const words = new Map<string, string>()
  let last: PassageFacts | null = null
  const once = <T extends string | null>(value: T): T => {
    if (value === null) return value
    const known = words.get(value) ?? value
    words.set(value, known)
    // It is the same string, and so of the same type.
    return known as T
  }
  return {
    add({ id, sourceId, source, facets }: PassageFacts & Pick<Passage, 'id'>): void {
      if (!last || !isSame(last, { sourceId, source, facets })) {
        const { repositoryId, author, kind, language, at } = facets
        last = {
          sourceId: once(sourceId),
          source: once(source),
          facets: {
            repositoryId: once(repositoryId),
            author: once(author),
            kind: once(kind),
            language: once(language),
            at,
          },
        }
      }
      facts.set(id, last)
    },
    /** By number, in the order of ids. */
    inOrderOf(ids: readonly string[]): readonly PassageFacts[] {
      return ids.map((id) => {
        const known = facts.get(id)
        if (!known) throw new Error(`The passage ${id} was indexed and is not there`)
        return known
      })
    },
  }
}

const isSame = (a: PassageFacts, b: PassageFacts): boolean =>
  a.sourceId === b.sourceId &&
  a.source === b.source &&
  a.facets.repositoryId === b.facets.repositoryId &&
  a.facets.author === b.facets.author &&
  a.facets.kind === b.facets.kind &&
  a.facets.language === b.facets.language &&
  a.facets.at === b.facets.at
