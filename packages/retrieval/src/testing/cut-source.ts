import type { ExtractiveAnswer } from '../answers/extractive/answer-extractively.ts'
import type { AnswerPassage, PageSpan } from '../answers/passage.ts'
import { breakBefore } from '../answers/sentences/break-before.ts'

/** Cuts a text into stretches of so many characters that overlap. */
const cut = (source: string, size: number, overlap: number): { start: number; text: string }[] => {
  const cuts: { start: number; text: string }[] = []
  for (let start = 0, end = 0; end < source.length; start = Math.max(start + 1, end - overlap)) {
    end = source.length - start <= size ? source.length : breakBefore(source, start, start + size)
    cuts.push({ start, text: source.slice(start, end) })
  }
  return cuts
}

/** The passages of a source as an index keeps them, all of it, in their order. */
export const passagesOf = (
  source: string,
  { id = 'guide', size = 80, overlap = 20, title = 'Guide', pages = [] as PageSpan[] } = {},
): AnswerPassage[] =>
  cut(source, size, overlap).map(({ start, text }, index) => ({
    id: `${id}#${index}`,
    sourceId: id,
    title,
    text,
    start,
    pages,
    score: 1 / (index + 1),
  }))

export const sentencesOf = (answer: ExtractiveAnswer) => {
  if (answer.status === 'refused') throw new Error(answer.because)
  return answer.sentences
}
export const textsOf = (answer: ExtractiveAnswer) => sentencesOf(answer).map(({ text }) => text)
