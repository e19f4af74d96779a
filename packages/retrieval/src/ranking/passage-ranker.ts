import { createRanker, type Ranker, type RankerOptions, type SearchResult } from './create-ranker.ts'
import type { SearchDocument } from './search-index.ts'

/**
 * Ranks documents by their best passage (Callan, SIGIR 1994; MaxP of Dai & Callan, SIGIR 2019). Every passage carries
 * its document's title; a document that cannot be cut is one passage.
 */
export const createPassageRanker = async (
  documents: Iterable<SearchDocument>,
  cut: (text: string) => Promise<readonly string[]>,
  options: RankerOptions = {},
): Promise<Ranker> => {
  const owners = new Map<string, string>()
  const passages: SearchDocument[] = []
  for (const document of documents) {
    const texts = await cut(document.text)
    for (const [number, text] of (texts.length === 0 ? [''] : texts).entries()) {
      const id = JSON.stringify([document.id, number])
      owners.set(id, document.id)
      passages.push({ ...document, id, text })
    }
  }
  const ranker = createRanker(passages, options)
  return {
    search(query, { limit = 10 } = {}) {
      const best = new Map<string, SearchResult>()
      for (const result of ranker.search(query, { limit: passages.length })) {
        const id = owners.get(result.id) ?? result.id
        if (best.size < limit && !best.has(id)) best.set(id, { ...result, id })
      }
      return [...best.values()]
    },
    describe: ranker.describe,
  }
}
