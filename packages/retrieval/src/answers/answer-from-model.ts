import { type CheckedAnswer, checkCitedAnswer } from './cited/check-cited-answer.ts'
import { answerExtractively, type ExtractiveAnswer, type ExtractiveOptions } from './extractive/answer-extractively.ts'
import type { AnswerPassage } from './passage.ts'

export type ModelAnswer =
  | ({ readonly by: 'model'; readonly status: 'answered' } & CheckedAnswer)
  /** Nothing that the model wrote could be traced. */
  | ({ readonly by: 'extraction'; readonly dropped: CheckedAnswer['dropped'] } & ExtractiveAnswer)

/**
 * What remains of a language model's answer once it is checked, or the extractive answer where nothing does. `passages`
 * are those that the prompt was built of, in the same order.
 */
export const answerFromModel = (
  question: string,
  modelText: string,
  passages: readonly AnswerPassage[],
  options: ExtractiveOptions = {},
): ModelAnswer => {
  const checked = checkCitedAnswer(modelText, passages)
  if (checked.sentences.length > 0) return { by: 'model', status: 'answered', ...checked }
  return { by: 'extraction', dropped: checked.dropped, ...answerExtractively(question, passages, options) }
}
