import type { UnclearCount } from './counting-question.ts'
import { type Reading, unclear, type Word, wordsOf } from './reading.ts'
import { fillers, mergeVerbs, otherVerbs } from './vocabulary.ts'

const beforePerson = new Set(['by', 'did', 'has', 'have', 'had', 'from'])
const beforeRepository = new Set(['in', 'to', 'into', 'for'])

/**
 * Every word must have been understood, since a word that is passed over would make the count answer another question.
 * Tells what the words that are left seem to be, or null where none is left.
 */
export const judgeLeftovers = ({ question, rest }: Reading): UnclearCount | null => {
  const left = wordsOf(rest).filter(({ folded }) => !fillers.has(folded) && !mergeVerbs.has(folded))
  const [first] = left
  if (!first) return null
  const other = left.filter(({ folded }) => otherVerbs.has(folded)).map(({ text }) => text)
  if (other.length > 0) {
    return unclear(
      'only-merged-counted',
      'Only merged pull requests are counted, by author and time of the merge.',
      other,
    )
  }
  const words = left.map(({ text }) => text)
  const run = runFrom(rest, left).map(({ text }) => text)
  const role = roleOf(wordsOf(question), first)
  if (role === 'author') return unclear('unknown-author', `No author “${run.join(' ')}” is known.`, run)
  if (role === 'repository')
    return unclear('unknown-repository', `No repository “${run.join(' ')}” was collected.`, run)
  return unclear(
    'words-not-understood',
    `A count cannot take account of ${words.map((word) => `“${word}”`).join(', ')}.`,
    words,
  )
}

/** The first words that are left and stand side by side. */
const runFrom = (rest: string, left: readonly Word[]): Word[] => {
  const gap = left.findIndex((word, index) => {
    const previous = left[index - 1]
    return previous !== undefined && rest.slice(previous.end, word.start).trim() !== ''
  })
  return gap < 0 ? [...left] : left.slice(0, gap)
}

const roleOf = (words: readonly Word[], word: Word): 'author' | 'repository' | null => {
  const at = words.findIndex(({ start }) => start === word.start)
  const previous = words[at - 1]?.folded === 'the' ? words[at - 2] : words[at - 1]
  if (word.text.startsWith('@') || word.isPossessive || word.folded === 'my') return 'author'
  if (beforePerson.has(previous?.folded ?? '')) return 'author'
  return beforeRepository.has(previous?.folded ?? '') ? 'repository' : null
}
