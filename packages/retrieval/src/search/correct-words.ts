import { analyse } from '../terms/analyse.ts'

export type Correction = { readonly written: string; readonly read: string }

/** Shorter words have too many others near them. */
const MIN_LETTERS = 4
const MIN_LETTERS_FOR_TWO = 8
/** A second slip is likely where it leads to a word that is e² times as common. */
const EDIT_PRICE = 2

/** Terms to choose from, each with the number of passages that hold it; null for a term that is known. */
export type CandidatesFor = (term: string) => ReadonlyMap<string, number> | null

/**
 * Reads words that no text holds as the likeliest that one does: one edit away, two in a long word (optimal string
 * alignment, as swapped letters are one slip), and common rather than rare. Known words are left alone.
 */
export const correctWith = (
  query: string,
  candidatesFor: CandidatesFor,
): { readonly query: string; readonly corrections: readonly Correction[] } => {
  const corrections: Correction[] = []
  let read = ''
  let from = 0
  for (const { term, start, end } of analyse(query)) {
    const candidates = isCorrectable(term) ? candidatesFor(term) : null
    const better = candidates && nearest(term, candidates)
    if (!better) continue
    corrections.push({ written: query.slice(start, end), read: better })
    read += query.slice(from, start) + better
    from = end
  }
  return { query: read + query.slice(from), corrections }
}

/** Corrects by a vocabulary that is at hand. @param frequencyOf 0 for a term that no text holds. */
export const createCorrector = (terms: readonly string[], frequencyOf: (term: string) => number) => {
  const byLength = Map.groupBy(terms, ({ length }) => length)
  const near = (term: string) => {
    const allowed = editsAllowed(term)
    const lengths = Array.from({ length: 2 * allowed + 1 }, (_, at) => term.length - allowed + at)
    return new Map(lengths.flatMap((length) => (byLength.get(length) ?? []).map((one) => [one, frequencyOf(one)])))
  }
  return (query: string) => correctWith(query, (term) => (frequencyOf(term) > 0 ? null : near(term)))
}

const isCorrectable = (term: string): boolean => term.length >= MIN_LETTERS && !/\d/.test(term)

const editsAllowed = (term: string): number => (term.length >= MIN_LETTERS_FOR_TWO ? 2 : 1)

const nearest = (term: string, candidates: ReadonlyMap<string, number>): string | null => {
  let best: { candidate: string; likelihood: number } | null = null
  for (const [candidate, frequency] of candidates) {
    const edits = editsBetween(term, candidate, editsAllowed(term))
    if (edits === null) continue
    const likelihood = Math.log(frequency) - EDIT_PRICE * edits
    if (likelihood > (best?.likelihood ?? Number.NEGATIVE_INFINITY)) best = { candidate, likelihood }
  }
  return best?.candidate ?? null
}

/** Letters added, left out, changed or swapped with their neighbour; null if there are more than `most`. */
export const editsBetween = (a: string, b: string, most: number): number | null => {
  if (Math.abs(a.length - b.length) > most) return null
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1)
      row.push(edits)
    }
    if (Math.min(...row) > most) return null
    beforeLast = last
    last = row
  }
  const edits = last[b.length] ?? most + 1
  return edits <= most ? edits : null
}
