import type { CountingFilters, Grouping, UnclearCount, UsedWords } from './counting-question.ts'

/** How far a question has been read. */
export type Reading = {
  readonly question: string
  /** The question with a dot for every character that is understood: places stay the same. */
  readonly rest: string
  readonly filters: CountingFilters
  readonly groupBy?: Grouping
  readonly words: readonly UsedWords[]
}

type Found = { readonly start: number; readonly end: number }

export const take = (reading: Reading, meaning: UsedWords['for'], { start, end }: Found): Reading => ({
  ...reading,
  rest: reading.rest.slice(0, start) + '·'.repeat(end - start) + reading.rest.slice(end),
  words: [...reading.words, { for: meaning, text: reading.question.slice(start, end), start, end }],
})

export const placeOf = (match: RegExpExecArray): Found => ({ start: match.index, end: match.index + match[0].length })

export const unclear = (
  code: UnclearCount['code'],
  because: string,
  words: readonly string[],
  candidates: readonly string[] = [],
): UnclearCount => ({ status: 'unclear', code, because, words, candidates })

export const isUnclear = (outcome: Reading | UnclearCount): outcome is UnclearCount => 'status' in outcome

export type Word = Found & { readonly text: string; readonly folded: string; readonly isPossessive: boolean }

/** The words that are not understood yet. Names such as `jane-doe` and `@jane` are one word. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/(@?[\p{L}\p{M}\p{N}_]+(?:[./-][\p{L}\p{M}\p{N}_]+)*)(['’]s\b)?/gu), (match) => {
    const [all, name = '', possessive] = match
    return {
      ...placeOf(match),
      text: possessive ? name : all,
      folded: fold(name),
      isPossessive: possessive !== undefined,
    }
  })

/** Case and accents do not tell names apart. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
