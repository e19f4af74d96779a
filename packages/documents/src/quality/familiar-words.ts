import { daleChall } from 'dale-chall'

/** Dale and Chall's 3,000 words that four in five pupils of the fourth grade knew (1995). */
const listed: ReadonlySet<string> = new Set(daleChall.map((word) => word.toLowerCase()))

/** Endings of regular forms, with what stands before them in the word itself. */
const forms: readonly (readonly [ending: RegExp, instead: readonly string[]])[] = [
  [/ies$/, ['y', 'ie']],
  [/es$/, ['', 'e']],
  [/s$/, ['']],
  [/ied$/, ['y', 'ie']],
  [/ier$/, ['y']],
  [/iest$/, ['y']],
  [/(?:ed|er|est|ing)$/, ['', 'e']],
  [/ly$/, ['']],
]

/**
 * Whether a word counts as familiar: it is on the list, or a regular form of one that is (plural, possessive, past,
 * progressive, comparison, -ly), or all its parts between hyphens are. Names are no words of the list, so they count as
 * unfamiliar, against Dale and Chall's own rule: a text does not tell names from other words in capitals.
 */
export const isFamiliar = (word: string): boolean => {
  const plain = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '')
  return isFormOfListed(plain) || (plain.includes('-') && plain.split('-').every(isFormOfListed))
}

const isFormOfListed = (word: string): boolean =>
  listed.has(word) || forms.some(([ending, instead]) => ending.test(word) && instead.some(isListedBefore(word, ending)))

const isListedBefore = (word: string, ending: RegExp) => (instead: string) => {
  const stem = word.replace(ending, '')
  // `stopped` is a form of `stop`.
  const single = /([b-df-hj-np-tv-z])\1$/.test(stem) ? stem.slice(0, -1) : stem
  return listed.has(stem + instead) || (instead === '' && listed.has(single))
}
