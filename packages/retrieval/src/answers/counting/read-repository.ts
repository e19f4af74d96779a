import type { CountingContext, UnclearCount } from './counting-question.ts'
import { fold, isUnclear, type Reading, take, unclear, type Word, wordsOf } from './reading.ts'

const before = new Set(['in', 'of', 'for', 'to', 'into', 'at', 'on', 'from'])
const behind = new Set(['repo', 'repository', 'project'])

/** Reads the one repository of a question: `owner/name` anywhere, a name alone only where a repository can stand. */
export const readRepository = (reading: Reading, context: CountingContext): Reading | UnclearCount => {
  const all = wordsOf(reading.rest)
  const named = all.filter(
    (word, index) => isWhole(word) || (canStand(all, index) && matching(word, context).length > 0),
  )
  let result: Reading | UnclearCount = reading
  for (const word of named) {
    if (!isUnclear(result)) result = readOne(result, word, context)
  }
  return result
}

const isWhole = ({ text }: Word): boolean => /^[^/]+\/[^/]+$/.test(text) && /\p{L}/u.test(text)

const canStand = (words: readonly Word[], index: number): boolean => {
  const previous = words[index - 1]?.folded === 'the' ? words[index - 2] : words[index - 1]
  return before.has(previous?.folded ?? '') || behind.has(words[index + 1]?.folded ?? '')
}

const matching = ({ folded }: Word, { repositories }: CountingContext): string[] => {
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
