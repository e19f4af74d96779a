import type { ValueContext } from '../context.ts'
import { matchItem, type Subject } from '../match-item.ts'
import { SENTENCE_END } from '../sentence-of.ts'
import type { PlannedPart } from '../value.ts'
import { assumed } from './statement.ts'

const ADVISORY = /\b(?:CVE-\d{4}-\d{4,7}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\b/gi
const DENIED = /\b(?:not|never|no|without|unaffected|unrelated|future|plan(?:ned)?|would|could|might)\b|n't\b/i

/**
 * By how much the chance of a declared loss falls × that loss × credibility. Per year. Words like "security" are no
 * evidence; it takes the id of an advisory, in a sentence that does not deny it. One of them counts, not each.
 */
export const lowerRisk = (
  { text, subject }: { text: string; subject: Subject },
  context: ValueContext,
): PlannedPart | { readonly because: string } | null => {
  const sentences = text.split(SENTENCE_END)
  const told = sentences.find((sentence) => sentence.search(ADVISORY) >= 0 && !DENIED.test(sentence))
  const [advisory] = told?.match(ADVISORY) ?? []
  if (told === undefined || advisory === undefined) return null
  const match = matchItem({ ...subject, near: told }, context, ({ risk }) => risk !== undefined)
  if (!match?.item.risk) {
    return { because: `${advisory}: no item of the context that matches it declares a risk (items[].risk)` }
  }
  const { name, risk } = match.item
  return {
    mechanism: 'risk',
    stream: 'recurring',
    sign: 1,
    told: 1,
    item: name,
    matchedBy: match.by,
    quote: advisory,
    inputs: [
      assumed(`chance of the loss of '${name}' that an advisory stands for, a year`, risk.probabilityPerYear),
      assumed(`loss of '${name}'`, risk.loss),
      { name: 'credibility of asserted claims', distribution: { kind: 'beta', a: 2, b: 3 }, source: 'default' },
    ],
    wholeInputs: 0,
    effect: JSON.stringify(['risk', name, advisory.toUpperCase()]),
  }
}
