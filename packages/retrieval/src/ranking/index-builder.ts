import { termsOf } from '../terms/analyse.ts'
import { growingNumbers } from './growing-numbers.ts'
import { indexSequence, type SearchDocument, type SearchIndex } from './search-index.ts'

export type IndexBuilder = {
  readonly add: (document: SearchDocument) => void
  /** The index of all that was added so far. */
  readonly finish: () => SearchIndex
}

/**
 * Takes documents one by one and keeps the numbers of their terms alone, not their texts; each id may come once.
 * @throws RangeError when an id comes again.
 */
export const createIndexBuilder = (): IndexBuilder => {
  const places = new Map<string, number>()
  const numbers = new Map<string, number>()
  const sequence = growingNumbers()
  const ends = growingNumbers()
  const titleLengths = growingNumbers()
  const take = (text: string): number => {
    const terms = termsOf(text)
    for (const term of terms) {
      const number = numbers.get(term) ?? numbers.size
      if (number === numbers.size) numbers.set(term, number)
      sequence.push(number)
    }
    return terms.length
  }
  return {
    add({ id, title, text }) {
      if (places.has(id)) throw new RangeError(`The document ${JSON.stringify(id)} was added before; ids are unique`)
      places.set(id, places.size)
      titleLengths.push(take(title ?? ''))
      take(text)
      ends.push(sequence.length())
    },
    finish: () =>
      inOrder({
        places,
        terms: [...numbers.keys()],
        sequence: sequence.values(),
        ends: ends.values(),
        titleLengths: titleLengths.values(),
      }),
  }
}

type Added = {
  readonly places: ReadonlyMap<string, number>
  readonly terms: readonly string[]
  readonly sequence: Uint32Array
  readonly ends: Uint32Array
  readonly titleLengths: Uint32Array
}

/** Documents are sorted by id and terms numbered in reading order: the order of adding cannot matter. */
const inOrder = ({ places, terms: added, sequence: from, ends, titleLengths }: Added): SearchIndex => {
  const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1))
  const sequence = new Uint32Array(from.length)
  const sequenceStarts = new Uint32Array(sorted.length + 1)
  const terms: string[] = []
  // Numbers from 1 on, so that 0 stands for those that were not met yet.
  const renumbered = new Uint32Array(added.length)
  let at = 0
  for (const [document, [, place]] of sorted.entries()) {
    const end = ends[place] ?? 0
    for (let next = place === 0 ? 0 : (ends[place - 1] ?? 0); next < end; next += 1) {
      const old = from[next] as number
      if (renumbered[old] === 0) renumbered[old] = terms.push(added[old] ?? '')
      sequence[at] = (renumbered[old] as number) - 1
      at += 1
    }
    sequenceStarts[document + 1] = at
  }
  return indexSequence({
    ids: sorted.map(([id]) => id),
    terms,
    numbers: new Map(terms.map((term, number) => [term, number])),
    sequence,
    sequenceStarts,
    titleLengths: Uint32Array.from(sorted, ([, place]) => titleLengths[place] ?? 0),
  })
}

export const buildIndex = (documents: Iterable<SearchDocument>): SearchIndex => {
  const builder = createIndexBuilder()
  for (const document of documents) builder.add(document)
  return builder.finish()
}
