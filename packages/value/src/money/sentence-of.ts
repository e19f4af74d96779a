import type { Claim } from '../claims/claim.ts'
import type { ValueEvidence } from './value.ts'

/** Where one sentence ends and the next begins. */
export const SENTENCE_END = /(?<=[.!?])\s|\n/

/** How far to look for the ends of a sentence. Characters. */
const REACH = 300

/** The sentence that a claim stands in, which tells what it is about; the claim's own words if its text is gone. */
export const sentenceOf = (
  claim: Claim,
  evidence: Pick<ValueEvidence, 'title' | 'body' | 'commitMessages'>,
): string => {
  const text = textOf(claim, evidence)
  // An edit after the claim was read moves everything; what is there then is not its sentence.
  if (text.slice(claim.start, claim.end) !== claim.text) return claim.text
  const before = text.slice(Math.max(0, claim.start - REACH), claim.start)
  const behind = text.slice(claim.end, claim.end + REACH)
  const begin = [...before.matchAll(/[.!?]\s|\n/g)].at(-1)
  const end = /[.!?](?:\s|$)|\n/.exec(behind)
  return `${before.slice(begin ? begin.index + begin[0].length : 0)}${claim.text}${behind.slice(0, end?.index)}`
}

const textOf = (
  { field, index }: Claim,
  { title, body, commitMessages }: Pick<ValueEvidence, 'title' | 'body' | 'commitMessages'>,
): string => {
  if (field === 'title') return title
  if (field === 'body') return body ?? ''
  return field === 'commit' ? (commitMessages?.[index ?? 0] ?? '') : ''
}
