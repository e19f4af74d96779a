import { type Prose, wordsOf } from './prose.ts'
import { stopWordsOf } from './stop-words.ts'

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const shareOf = (items: readonly string[], pattern: RegExp): number =>
  share(items.filter((item) => pattern.test(item)).length, items.length)

/** The replacement character, private use and unassigned code points: what is left where letters were lost. */
const GARBAGE = /[\uFFFD\p{Co}\p{Cn}]|[^\s\p{L}\p{N}\p{M}]{4,}/gu
/** Marks of Markdown and what authors write on purpose: code, tags, where links lead, rules of one character. */
const MARKUP =
  /`[^`\n\uFFFD]*`|<[^<>\n\uFFFD]*>|\]\([^()\n\uFFFD]*\)|\b[a-z]+:\/\/[^\s\uFFFD]+|([^\s\p{L}\p{N}\p{M}\p{C}\uFFFD])\1{3,}/gu
/** UTF-8 read as Windows-1252: these pairs are all but absent from any language. */
const MOJIBAKE = /Ã[\u0080-\u00BF©¨ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿€-™]|â€[\u0080-\u00BF™œž¦“”˜]?|Â[\u00A0-\u00BF]|ï»¿|â„¢/gu
/** Letters with a vowel somewhere, no letter three times running, no case change inside. */
const WORD_LIKE = /^(?!.*(.)\1\1)(?:\p{Lu}?\p{Ll}+|\p{Lu}{1,6})(?:['’-]\p{L}+)*$/u
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]/i

const hasWordShape = (word: string): boolean =>
  /[^\p{Script=Latin}\p{M}'’-]/u.test(word)
    ? !/\p{N}\p{L}|\p{L}\p{N}/u.test(word)
    : WORD_LIKE.test(word) && (word.length < 4 || /^\p{Lu}+$/u.test(word) || VOWEL.test(word))

/** Characters in lines that stood before, as a share of all (FineWeb; repetition filters of Gopher). */
function duplicateLineCharacters(lines: readonly string[]): number {
  const seen = new Set<string>()
  let repeated = 0
  let all = 0
  for (const line of lines) {
    all += line.length
    if (seen.has(line)) repeated += line.length
    seen.add(line)
  }
  return share(repeated, all)
}

/** Paragraphs that begin in lower case after one that ended in the middle of a sentence: text out of order or cut. */
function brokenFlow(paragraphs: readonly string[]): number {
  const broken = paragraphs.filter((text, at) => {
    const above = paragraphs[at - 1]
    return above !== undefined && /^\p{Ll}/u.test(text) && /[\p{L},-]$/u.test(above)
  })
  return share(broken.length, Math.max(0, paragraphs.length - 1))
}

/** Tables that hold what a table holds: two rows and two columns of which at least half the cells are filled. */
function soundTables(tables: readonly string[]): number | null {
  if (tables.length === 0) return null
  const isSound = (table: string): boolean => {
    const rows = table.split('\n').filter((_, row) => row !== 1)
    const cells = rows.map((row) => row.replace(/^\s*\||\|\s*$/g, '').split(/(?<!\\)\|/))
    const all = cells.flat()
    const isEven = cells.every((row) => row.length === cells[0]?.length)
    return (
      isEven &&
      rows.length >= 2 &&
      (cells[0]?.length ?? 0) >= 2 &&
      all.filter((cell) => cell.trim() !== '').length >= all.length / 2
    )
  }
  return share(tables.filter(isSound).length, tables.length)
}

export function measureText(prose: Prose, language: string | null) {
  const { lines, bareLines, words, paragraphs, tables, sentences } = prose
  const text = lines.join('\n')
  const stopWords = stopWordsOf(language)
  const lower = words.map((word) => word.toLowerCase())
  const stops = stopWords ? lower.filter((word) => stopWords.has(word)) : []
  const tokens = bareLines.flatMap((line) => line.split(/\s+/)).filter((token) => token !== '')
  const hyphenFaults = (text.match(/\p{Ll}- \p{Ll}|\p{Ll}-\n\p{Ll}/gu) ?? []).length
  const columnFaults = lines.filter((line) => /\S {4,}\S/.test(line)).length
  const prosaic = paragraphs.flatMap((paragraph) => paragraph.split('\n'))
  return {
    words: words.length,
    sentences,
    meanWordLength: share(
      words.reduce((sum, word) => sum + word.length, 0),
      words.length,
    ),
    garbageShare: share(
      [...text.replaceAll(MARKUP, ' ').matchAll(GARBAGE)].reduce((sum, [found]) => sum + found.length, 0),
      text.length,
    ),
    mojibakeShare: share((text.match(MOJIBAKE) ?? []).length, Math.max(1, words.length)),
    wordShapeShare: share(words.filter((word) => /^\p{N}/u.test(word) || hasWordShape(word)).length, words.length),
    /** Null for languages without a list. */
    stopWordShare: stopWords ? share(stops.length, words.length) : null,
    stopWordKinds: stopWords ? new Set(stops).size : null,
    hyphenFaultsPerThousandWords: 1000 * share(hyphenFaults, words.length),
    columnFaultShare: share(columnFaults, lines.length),
    brokenFlowShare: brokenFlow(paragraphs),
    soundTableShare: soundTables(tables),
    duplicateLineCharacterShare: duplicateLineCharacters(lines),
    symbolToWordRatio: share((text.match(/#(?!#|\s)|\.{3}|…/g) ?? []).length, words.length),
    bulletLineShare: shareOf(lines, /^\s*(?:[-*+•]|\d+[.)])\s/),
    ellipsisLineShare: shareOf(lines, /(?:\.{3}|…)\s*$/),
    letterWordShare: shareOf(tokens, /\p{L}/u),
    punctuatedLineShare: shareOf(prosaic, /[.!?…:;"'”’)\]]\s*$/),
    shortLineShare: share(prosaic.filter((line) => line.length < 30).length, prosaic.length),
    placeholderCount: (text.match(/lorem ipsum/gi) ?? []).length,
  }
}

export type TextMeasures = ReturnType<typeof measureText>

/** Words of a page that look damaged, for the map of losses. */
export const damagedWords = (text: string): number =>
  wordsOf(text).filter((word) => !/^\p{N}/u.test(word) && !hasWordShape(word)).length
