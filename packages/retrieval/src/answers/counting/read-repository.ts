import type { CountingContext, UnclearCount } from './counting-question.ts'
import { fold, isUnclear, type Reading, take, unclear, type Word, wordsOf } from './reading.ts'

const before = new Set(['in', 'of', 'for', 'to', 'into', 'at', 'on', 'from'])
const behind = new Set(['repo', 'repository', 'project'])

type Stands = (words: readonly Word[], index: number) => boolean

/** Reads `owner/name`, wherever it stands. */
export const readRepositoryPath = (reading: Reading, context: CountingContext): Reading | UnclearCount =>
  readAll(reading, context, (words, index) => isWhole(words[index]))

/** Reads a name alone, and only where a repository can stand. */
export const readRepositoryName = (reading: Reading, context: CountingContext): Reading | UnclearCount =>
  readAll(reading, context, (words, index) => canStand(words, index) && matching(words[index], context).length > 0)

const readAll = (reading: Reading, context: CountingContext, stands: Stands): Reading | UnclearCount => {
  const words = wordsOf(reading.rest)
  let result: Reading | UnclearCount = reading
  for (const word of words.filter((_, index) => stands(words, index))) {
    if (!isUnclear(result)) result = readOne(result, word, context)
  }
  return result
}

const isWhole = (word: Word | undefined): boolean =>
  word !== undefined && /^[^/]+\/[^/]+$/.test(word.text) && /\p{L}/u.test(word.text)

const canStand = (words: readonly Word[], index: number): boolean => {
  const previous = words[index - 1]?.folded === 'the' ? words[index - 2] : words[index - 1]
  return before.has(previous?.folded ?? '') || behind.has(words[index + 1]?.folded ?? '')
}

const matching = (word: Word | undefined, { repositories }: CountingContext): string[] => {
  const folded = word?.folded ?? ''
  const exact = repositories.filter(({ name }) => fold(name) === folded)
  const found = exact.length > 0 ? exact : repositories.filter(({ name }) => fold(name).split('/').at(-1) === folded)
  return found.map(({ id }) => id)
}

const readOne = (reading: Reading, word: Word, context: CountingContext): Reading | UnclearCount => {
  const ids = matching(word, context)
  const [id] = ids
  if (id === undefined) return unclear('unknown-repository', `No repository “${word.text}” was collected.`, [word.text])
  if (ids.length > 1) {
    return unclear(
      'ambiguous-repository',
      `More than one repository is called “${word.text}”; write owner/name.`,
      [word.text],
      ids,
    )
  }
  const other = reading.filters.repository
  if (other !== undefined && other !== id) {
    return unclear(
      'several-repositories',
      'The question names more than one repository; ask for one.',
      [word.text],
      [other, id],
    )
  }
  return { ...take(reading, 'repository', word), filters: { ...reading.filters, repository: id } }
}
