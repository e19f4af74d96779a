/**
 * The stem of an English word in lower case (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980).
 * Words of one or two letters are left alone, as in the author's own programs.
 */
export const porterStem = (word: string): string => {
  if (word.length <= 2) return word
  const rules = [plural, pastAndGerund, finalY, double, single, residue, finalE, doubleL]
  return rules.reduce((stem, rule) => rule(stem), word)
}

/** A word as the letters c and v. A y is a vowel when it follows a consonant. */
const shapeOf = (word: string): string => {
  let shape = ''
  for (const [at, letter] of [...word].entries()) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && at > 0 && shape[at - 1] === 'c')
    shape += isVowel ? 'v' : 'c'
  }
  return shape
}

/** The paper's m: how often a vowel is followed by a consonant. */
const measure = (stem: string): number => shapeOf(stem).match(/vc/g)?.length ?? 0

const hasVowel = (stem: string): boolean => shapeOf(stem).includes('v')

const endsInDoubleConsonant = (stem: string): boolean => /(.)\1$/.test(stem) && shapeOf(stem).endsWith('c')

/** The paper's *o: consonant, vowel, consonant, the last not w, x or y. */
const endsLikeHop = (stem: string): boolean => shapeOf(stem).endsWith('cvc') && !/[wxy]$/.test(stem)

/** Step 1a. */
const plural = (word: string): string => {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Step 1b. */
const pastAndGerund = (word: string): string => {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : undefined
  if (stem === undefined || !hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (endsInDoubleConsonant(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && endsLikeHop(stem) ? `${stem}e` : stem
}

/** Step 1c. */
const finalY = (word: string): string =>
  word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word

/** The longest suffix that matches decides, whether or not its stem is long enough. */
const replaceSuffix = (pairs: string, leastMeasure: number) => {
  const suffixes = pairs
    .split(' ')
    .map((pair) => pair.split('>'))
    .map(([from = '', to = '']) => ({ from, to }))
    .sort((a, b) => b.from.length - a.from.length)
  return (word: string): string => {
    const found = suffixes.find(({ from }) => word.endsWith(from))
    if (!found) return word
    const stem = word.slice(0, word.length - found.from.length)
    if (found.from === 'ion' && !/[st]$/.test(stem)) return word
    return measure(stem) >= leastMeasure ? stem + found.to : word
  }
}

/** Step 2. */
const double = replaceSuffix(
  'ational>ate tional>tion enci>ence anci>ance izer>ize abli>able alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble',
  1,
)

/** Step 3. */
const single = replaceSuffix('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>', 1)

/** Step 4. */
const residue = replaceSuffix(
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ion> ou> ism> ate> iti> ous> ive> ize>',
  2,
)

/** Step 5a. */
const finalE = (word: string): string => {
  if (!word.endsWith('e')) return word
  const stem = word.slice(0, -1)
  const m = measure(stem)
  return m > 1 || (m === 1 && !endsLikeHop(stem)) ? stem : word
}

/** Step 5b. */
const doubleL = (word: string): string => (word.endsWith('ll') && measure(word) > 1 ? word.slice(0, -1) : word)
