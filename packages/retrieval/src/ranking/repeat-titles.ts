import { documentSequence, indexSequence, type SearchIndex } from './search-index.ts'

/**
 * The same documents with every title said twice: its words count double before saturation sets in, as a field of
 * weight 2 does in BM25F (Robertson, Zaragoza & Taylor, CIKM 2004).
 */
export const repeatTitles = (index: SearchIndex): SearchIndex => {
  const { ids, terms, numbers, titleLengths } = index
  const added = titleLengths.reduce((sum, length) => sum + length, 0)
  if (added === 0) return index
  const sequence = new Uint32Array(index.sequence.length + added)
  const sequenceStarts = new Uint32Array(ids.length + 1)
  let at = 0
  for (const document of ids.keys()) {
    const own = documentSequence(index, document)
    const title = own.subarray(0, titleLengths[document])
    sequence.set(title, at)
    sequence.set(own, at + title.length)
    at += title.length + own.length
    sequenceStarts[document + 1] = at
  }
  const doubled = titleLengths.map((length) => 2 * length)
  return indexSequence({ ids, terms, numbers, sequence, sequenceStarts, titleLengths: doubled })
}
