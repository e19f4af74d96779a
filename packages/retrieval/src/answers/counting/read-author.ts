import type { CountingContext, UnclearCount } from './counting-question.ts'
import { fold, type Reading, take, unclear, type Word, wordsOf } from './reading.ts'
import { mergeVerbs } from './vocabulary.ts'

/** Words after which a person stands. */
const beforeAuthor: ReadonlySet<string> = new Set(['by', 'did', 'has', 'have', 'had', 'from', 'of', 'for', 'and'])

type Known = {
  readonly whole: ReadonlyMap<string, ReadonlySet<string>>
  readonly part: ReadonlyMap<string, ReadonlySet<string>>
}

/** Reads the one author of a question by a full name, a login, or one word of a name that nobody shares. */
export const readAuthor = (reading: Reading, { authors }: CountingContext): Reading | UnclearCount => {
  const known = index(authors)
  let result = reading
  for (let found = findName(result.rest, known); found; found = findName(result.rest, known)) {
    const text = reading.question.slice(found.start, found.end)
    const [id] = found.ids
    if (id === undefined) break
    if (found.ids.length > 1) {
      return unclear(
        'ambiguous-author',
        `“${text}” may be any of ${found.ids.length} people; write the full name or @login.`,
        [text],
        found.ids,
      )
    }
    const other = result.filters.author
    if (other !== undefined && other !== id) {
      return unclear(
        'several-authors',
        'The question names more than one author; ask for one, or “by author”.',
        [text],
        [other, id],
      )
    }
    result = { ...take(result, 'author', found), filters: { ...result.filters, author: id } }
  }
  return result
}

const keyOf = (name: string): string =>
  wordsOf(name)
    .map(({ folded }) => folded.replace(/^@/, ''))
    .join(' ')

const index = (authors: CountingContext['authors']): Known => {
  const whole = new Map<string, Set<string>>()
  const part = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, id: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(id))
  for (const { id, names } of authors) {
    for (const key of names.map(keyOf).filter((name) => name !== '')) {
      add(whole, key, id)
      for (const word of key.split(' ')) if (word.length > 1) add(part, word, id)
    }
  }
  return { whole, part }
}

const longestName = 5

const findName = (rest: string, known: Known): { start: number; end: number; ids: string[] } | null => {
  const words = wordsOf(rest)
  for (const [at, word] of words.entries()) {
    if (!canBeName(rest, words, at)) continue
    for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
      const run = words.slice(at, at + length)
      const last = run.at(-1) ?? word
      if (!/^[^·,;?!]*$/.test(rest.slice(word.start, last.end))) continue
      const ids = idsOf(run, known)
      if (ids.length > 0) return { start: word.start, end: last.end, ids }
    }
  }
  return null
}

const idsOf = (run: readonly Word[], { whole, part }: Known): string[] => {
  const key = run.map(({ folded }) => folded.replace(/^@/, '')).join(' ')
  const exact = [...(whole.get(key) ?? [])]
  const isLogin = run[0]?.text.startsWith('@') ?? false
  // Alone, a word may be one person's whole name and part of another's.
  return run.length > 1 || isLogin ? exact : [...new Set([...exact, ...(part.get(key) ?? [])])]
}

const canBeName = (rest: string, words: readonly Word[], at: number): boolean => {
  const word = words[at]
  if (!word || mergeVerbs.has(word.folded)) return false
  const isCapital = /^\p{Lu}/u.test(word.text) && fold(rest).search(/[\p{L}\p{N}·]/u) < word.start
  const isBefore = beforeAuthor.has(words[at - 1]?.folded ?? '') || mergeVerbs.has(words[at + 1]?.folded ?? '')
  return isCapital || isBefore || word.isPossessive || word.text.startsWith('@')
}
