import { splitSentences } from '../sentences/split-sentences.ts'

export type MarkedSentence = {
  /** Without its marks. */
  readonly text: string
  /** The numbers in its marks, each once. */
  readonly marks: readonly number[]
}

const mark = /\s*\[((?:\d{1,4}\s*[,;–-]\s*)*\d{1,4})\]/g
/** Marks that stand behind the full stop belong to the sentence before it. */
const marksBehindEnd = /(?<![.!?…。！？])([.!?…。！？]+)((?:\s*\[[\d\s,;–-]{1,40}\])+)/g

/** Cuts the text of a language model into sentences and takes the marks such as [1], [2, 3] or [1-3] out of them. */
export const readCitedSentences = (answer: string): MarkedSentence[] => {
  const text = answer.toWellFormed().replaceAll(marksBehindEnd, '$2$1 ')
  return splitSentences(text).map(({ start, end }) => {
    const sentence = text.slice(start, end)
    const marks = Array.from(sentence.matchAll(mark), ([, numbers = '']) => numbersIn(numbers)).flat()
    return { text: sentence.replaceAll(mark, '').trim(), marks: [...new Set(marks)] }
  })
}

/** A longer range cites everything and so nothing. */
const longestRange = 10

const numbersIn = (list: string): number[] =>
  list.split(/[,;]/).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[–-]/).map(Number)
    const count = last - first + 1
    return count > 0 && count <= longestRange ? Array.from({ length: count }, (_, index) => first + index) : []
  })
