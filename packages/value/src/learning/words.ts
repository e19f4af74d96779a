// Letters of other alphabets that pass for Latin ones: a word spelt with them is the same word to a reader.
const LOOK_ALIKES = 'аaеeоoрpсcхxуyіiѕsјjԁdһhոnɡgοoαaιiνvκkτtмmнhтtвbкk'
const latinOf = new Map(
  Array.from({ length: LOOK_ALIKES.length / 2 }, (_, pair) => [LOOK_ALIKES[2 * pair], LOOK_ALIKES[2 * pair + 1]]),
)

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

/** One spelling for what reads the same: no invisible signs, NFKC, Latin letters for their look-alikes. */
export const foldText = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks for plain ASCII, which needs no folding.
  if (/^[\x00-\x7F]*$/.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u0370-\u03FF\u0400-\u058F\u0261]/g, (letter) => {
      const latin = latinOf.get(letter.toLowerCase()) ?? letter
      return letter === letter.toLowerCase() ? latin : latin.toUpperCase()
    })
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x)es$/, '$1'],
  [/([^s])s$/, '$1'],
  [/([bdgklmnprt])\1(?:ing|ed)$/, '$1'],
  [/(?:ing|ed)$/, ''],
  [/e$/, ''],
]

const stems = new Map<string, string>()

/** The word without its commonest English endings: fixes, fixed and fixing are one. */
const stem = (word: string): string => {
  const known = stems.get(word)
  if (known !== undefined) return known
  let result = word
  if (word.length > 3) {
    for (const [ending, replacement] of ENDINGS) {
      const shorter = result.replace(ending, replacement)
      if (shorter.length >= 3) result = shorter
    }
  }
  if (stems.size < 50_000) stems.set(word, result)
  return result
}

const TOKEN =
  /`[^`]{1,80}`|#\d{1,9}\b|\bv?\d+(?:\.[\dx*]+)+[\w.-]*|[@\w-]*(?:\/[\w.@-]+)+|\w+\([^)]{0,40}\)|[a-z]+(?:'[a-z]+)?|[A-Za-z]\w*|\d+/gi

/**
 * The words of a text in lower case and stemmed. What names a thing of the project at hand becomes the kind of thing
 * that it is (<code>, <path>, <version>, <issue>, <number>, <name>), followed by its parts.
 */
export const wordsOf = (text: string): string[] => {
  const words: string[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('`')) words.push('<code>', ...partsOf(token))
    else if (/^#\d/.test(token)) words.push('<issue>')
    else if (/^\d+$/.test(token)) words.push('<number>')
    else if (/^v?\d/.test(token)) words.push('<version>')
    else if (token.includes('/')) words.push('<path>', ...partsOf(token))
    else if (token.endsWith(')')) words.push('<call>', ...partsOf(token))
    else if (/[a-z][A-Z]/.test(token)) words.push('<name>', ...partsOf(token))
    else if (token.includes('_')) words.push('<name>', ...partsOf(token))
    else words.push(stem(token.toLowerCase()))
  }
  return words
}

const partsOf = (token: string): string[] =>
  token
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part.length > 1)
    .slice(0, 5)
    .map(stem)
