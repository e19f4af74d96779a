import { isFamiliar } from './familiar-words.ts'
import type { Prose } from './prose.ts'

export type Readability = {
  readonly fleschReadingEase: number
  readonly fleschKincaidGrade: number
  readonly smogGrade: number
  readonly colemanLiauGrade: number
  readonly daleChall: number
}

/** Syllables of an English word: groups of vowels, less a silent e, and at least one. Right for about nine words in ten. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const silent = letters.replace(/(?:[^laeiouy]es|[^aeioudt]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 1)
}

/** Flesch (1948): 206.835 − 1.015 words/sentences − 84.6 syllables/words. Higher is easier; plain English is 60 to 70. */
export const fleschReadingEase = (words: number, sentences: number, syllables: number): number =>
  206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)

/** Kincaid et al. (1975): 0.39 words/sentences + 11.8 syllables/words − 15.59, a school grade. */
export const fleschKincaidGrade = (words: number, sentences: number, syllables: number): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59

/** McLaughlin (1969): 1.0430 √(words of three and more syllables · 30/sentences) + 3.1291, a school grade. */
export const smogGrade = (polysyllables: number, sentences: number): number =>
  1.043 * Math.sqrt(polysyllables * (30 / sentences)) + 3.1291

/** Coleman and Liau (1975): 0.0588 letters per 100 words − 0.296 sentences per 100 words − 15.8, a school grade. */
export const colemanLiauGrade = (letters: number, words: number, sentences: number): number =>
  0.0588 * (letters / words) * 100 - 0.296 * (sentences / words) * 100 - 15.8

/**
 * Dale and Chall (1948): 15.79 · share of unfamiliar words + 0.0496 words/sentences, and 3.6365 more where that share
 * is above 5 %.
 */
export const daleChall = (unfamiliar: number, words: number, sentences: number): number => {
  const share = unfamiliar / words
  return 15.79 * share + 0.0496 * (words / sentences) + (share > 0.05 ? 3.6365 : 0)
}

const MIN_WORDS = 30

/** Readability of English prose; null for other languages and for texts too short to tell. */
export function readReadability({ words, sentences }: Prose, language: string | null): Readability | null {
  const english = words.filter((word) => /^[a-z'’-]+$/i.test(word))
  if (language !== 'en' || english.length < MIN_WORDS) return null
  const count = english.length
  const syllables = english.map(countSyllables)
  const total = syllables.reduce((sum, each) => sum + each, 0)
  const letters = english.reduce((sum, word) => sum + word.replace(/[^a-z]/gi, '').length, 0)
  const unfamiliar = english.filter((word) => !isFamiliar(word)).length
  return {
    fleschReadingEase: fleschReadingEase(count, sentences, total),
    fleschKincaidGrade: fleschKincaidGrade(count, sentences, total),
    smogGrade: smogGrade(syllables.filter((each) => each >= 3).length, sentences),
    colemanLiauGrade: colemanLiauGrade(letters, count, sentences),
    daleChall: daleChall(unfamiliar, count, sentences),
  }
}
