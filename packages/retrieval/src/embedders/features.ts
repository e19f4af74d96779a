const stopWords = new Set(
  'a an and are as at be but by for from has have if in into is it its no not of on or such that the their then there these they this to was were will with we you i'.split(
    ' ',
  ),
)

/** Weights of the parts of a word against the word itself. */
const partWeight = 0.7
const gramWeight = 0.4
const gramLength = 4

/**
 * What a text is about, as weighted features: its words in lower case, the parts of identifiers
 * (`parseUrl` and `lib/parse_url` share `parse` and `url`), and four-letter pieces of words, so that
 * `connect` and `connection` are neighbours. Stop words are left out.
 */
export const textFeatures = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight)

  for (const [identifier] of text.normalize('NFKC').matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = identifier.toLowerCase()
    if (stopWords.has(word)) continue
    add(`w:${word}`, 1)
    const parts = splitIdentifier(identifier)
    if (parts.length > 1) for (const part of parts) if (!stopWords.has(part)) add(`w:${part}`, partWeight)
    for (const part of parts) for (const gram of grams(part)) add(`g:${gram}`, gramWeight)
  }
  return counts
}

/** `parseHTTPUrl2` → parse, http, url, 2. Separators such as `_`, `-` and `/` have ended the identifier before. */
const splitIdentifier = (identifier: string): string[] =>
  identifier
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(' ')

function* grams(word: string): Generator<string> {
  const characters = [...`^${word}$`].slice(0, 64)
  for (let at = 0; at + gramLength <= characters.length; at += 1) yield characters.slice(at, at + gramLength).join('')
}
