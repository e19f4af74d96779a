import { changeWord } from './change-words.ts'
import type { Token } from './lex.ts'
import type { Dimension } from './units.ts'

const ADJUST = /^(?:increas|reduc|decreas|lower|rais|bump|chang|set|adjust|extend|shorten|doubl|halv|limit)/
const ARTICLE = /^(?:the|a|an|our|its)$/
const IMPERATIVE_UP = /^(?:increase|raise|grow|extend|bump|double)$/
const TO_VALUE = /^(?:from|to|by)$/

/**
 * Whether the verb at a place sets a value rather than reports one: "reduce `poll_interval` from 10 s to 2 s" names what is
 * set in code, and nobody asks for more time or memory but as a setting: "Increase the heap from 1 GB to 2 GB".
 */
export const isSettingChange = (tokens: readonly Token[], verbAt: number, dimension: Dimension): boolean => {
  const verb = tokens[verbAt]?.text ?? ''
  const isQuantity = dimension === 'time' || dimension === 'size' || dimension === 'plain'
  if (!isQuantity) return false
  if (IMPERATIVE_UP.test(verb) && isClauseStart(tokens[verbAt - 1])) return true
  if (!ADJUST.test(verb)) return false
  const object = verbAt + (ARTICLE.test(tokens[verbAt + 1]?.text ?? '') ? 2 : 1)
  const next = tokens[object + 1]
  return isCodeName(tokens[object]) && (next?.kind === 'arrow' || TO_VALUE.test(next?.text ?? ''))
}

const isClauseStart = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'mark' || before.text === 'and' || changeWord(before.text) !== undefined

const isCodeName = (token: Token | undefined): boolean =>
  token !== undefined && (/^`/.test(token.text) || /[a-z][A-Z]|_|^[A-Z][A-Z_]{2,}$/.test(token.written))
