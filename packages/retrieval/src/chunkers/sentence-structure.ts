import { isBlankUnit, skipBlanks, trimBlanks, type Units } from '../tokens/character-classes.ts'
import { isSentenceEnd, isWideTerminator, mayEndSentence } from './sentence-end.ts'
import type { Structure } from './structure.ts'

/** Cuts where sentences, paragraphs and list items end. Looks only where it is asked to, so it costs next to nothing. */
export const sentenceStructure = (units: Units): Structure => ({
  cut: (from, _preferred, to) => lastSentenceEnd(units, from, to),
  begin: (from, to) => {
    for (let at = trimBlanks(units, 0, from); at < to; at += 1) {
      if (isSentenceEnd(units, at)) return skipBlanks(units, at, to)
    }
    return to
  },
  pathAt: () => [],
})

/** The last place in `(from, to]`, or behind a wide full stop at `to`, where a sentence ends; `from` without any. */
export const lastSentenceEnd = (units: Units, from: number, to: number): number => {
  if (isWideTerminator(units[to] ?? 0) && isSentenceEnd(units, to + 1)) return to + 1
  for (let at = to; at > from; at -= 1) if (mayEndSentence(units, at) && isSentenceEnd(units, at)) return at
  return from
}

/** All places where sentences end, the end of the text among them. */
export const sentenceEnds = (units: Units): number[] => {
  const ends: number[] = []
  for (let at = 1; at <= units.length; at += 1) {
    if (!isBlankUnit(units[at - 1] ?? 0) && (at === units.length || isSentenceEnd(units, at))) ends.push(at)
  }
  return ends
}
