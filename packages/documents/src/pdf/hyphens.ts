/** Lower-case words of a document with their hyphens, as they stand away from line ends. */
export type Vocabulary = ReadonlySet<string>

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu
const BROKEN = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)-$/u
const MAX_WORDS = 200_000

export function readVocabulary(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    if (words.size > MAX_WORDS) break
    for (const [word] of line.matchAll(WORD)) words.add(word.toLowerCase())
  }
  return words
}

/**
 * Joins the lines of a paragraph. A hyphen at a line's end is dropped unless the document spells the word with it
 * elsewhere, or what follows does not go on in lower case.
 */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  let text = ''
  for (const line of lines) {
    const broken = BROKEN.exec(text)?.[1]
    const rest = /^\p{Ll}[\p{L}\p{M}]*/u.exec(line)?.[0]
    if (text === '') text = line
    else if (broken === undefined || rest === undefined) text += /[\p{L}\p{N}]-$/u.test(text) ? line : ` ${line}`
    else {
      const spelled =
        vocabulary.has(`${broken}-${rest}`.toLowerCase()) && !vocabulary.has(`${broken}${rest}`.toLowerCase())
      text = `${spelled ? text : text.slice(0, -1)}${line}`
    }
  }
  return text
}
