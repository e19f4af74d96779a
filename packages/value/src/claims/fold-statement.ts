import type { Sense } from './change-words.ts'
import type { Token } from './lex.ts'
import { effectOf } from './metrics.ts'
import { endOfPhrase, metricIn, thingIn } from './sentence.ts'
import type { Statement } from './statement.ts'

const FOLDS: readonly (readonly [RegExp, number, string, Sense])[] = [
  [/^halv(?:e|es|ed|ing)$/, 50, '%', 'down'],
  [/^doubl(?:es|ed|ing)$/, 2, 'x', 'up'],
  [/^tripl(?:es|ed|ing)$/, 3, 'x', 'up'],
  [/^quadrupl(?:es|ed|ing)$/, 4, 'x', 'up'],
]

const ATTRIBUTE_OF = /^(?:the|a|an|of|fix|fixes|fixed|this|block|avoid|prevent|remove|with|for|from|and)$/

/** "halves the latency", "doubled throughput": an amount in a verb, of a thing that is measured. */
export const foldStatement = (tokens: readonly Token[], at: number): Statement | null => {
  const [, value, unit, sense] = FOLDS.find(([verb]) => verb.test(tokens[at]?.text ?? '')) ?? []
  if (value === undefined || unit === undefined || sense === undefined) return null
  // "the doubled output" and "an issue of doubled memory" speak of a thing, not of a change.
  if (/ed$/.test(tokens[at]?.text ?? '') && ATTRIBUTE_OF.test(tokens[at - 1]?.text ?? '')) return null
  const end = endOfPhrase(tokens, at)
  const metric = metricIn(tokens, at + 1, end)
  const effect = metric === null ? null : effectOf(sense, metric)
  if (metric === null || effect === null || thingIn(tokens, at + 1, end) !== null) return null
  return { first: at, last: end - 1, metric, effect, value, unit, baseline: null, after: null }
}
