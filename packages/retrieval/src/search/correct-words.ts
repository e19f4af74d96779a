import { analyse } from '../terms/analyse.ts'

export type Correction = { readonly written: string; readonly read: string }

/** Shorter words have too many others near them. */
const MIN_LETTERS = 4
const MIN_LETTERS_FOR_TWO = 8
/** A second slip is likely where it leads to a word that is e² times as common. */
const EDIT_PRICE = 2

/**
 * Reads words that no text holds as the likeliest that one does: one edit away, two in a long word (optimal string
 * alignment, as swapped letters are one slip), and common rather than rare. Known words are left alone.
 */
export const createCorrector = (vocabulary: ReadonlyMap<string, number>) => {
  const byLength = Map.groupBy(vocabulary.keys(), (term) => term.length)
  return (query: string): { readonly query: string; readonly corrections: readonly Correction[] } => {
    const corrections: Correction[] = []
    let read = ''
    let from = 0
    for (const { term, start, end } of analyse(query)) {
      const better = vocabulary.has(term) ? null : nearest(term, byLength, vocabulary)
      if (better === null) continue
      corrections.push({ written: query.slice(start, end), read: better })
      read += query.slice(from, start) + better
      from = end
    }
    return { query: read + query.slice(from), corrections }
  }
}

const nearest = (
  term: string,
  byLength: ReadonlyMap<number, readonly string[]>,
  vocabulary: ReadonlyMap<string, number>,
): string | null => {
  if (term.length < MIN_LETTERS || /\d/.test(term)) return null
  const allowed = term.length >= MIN_LETTERS_FOR_TWO ? 2 : 1
  let best: { candidate: string; likelihood: number } | null = null
  for (let length = term.length - allowed; length <= term.length + allowed; length += 1) {
    for (const candidate of byLength.get(length) ?? []) {
      const edits = editsBetween(term, candidate, allowed)
      if (edits === null) continue
      const likelihood = Math.log(vocabulary.get(candidate) ?? 1) - EDIT_PRICE * edits
      if (likelihood > (best?.likelihood ?? Number.NEGATIVE_INFINITY)) best = { candidate, likelihood }
    }
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
