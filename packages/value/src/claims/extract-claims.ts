import { createHash } from 'node:crypto'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { type Canonical, canonicalise, sourceSpan } from './canonical.ts'
import { changeStatements } from './change-statements.ts'
import type { Claim, Credibility } from './claim.ts'
import { isConsistent } from './consistency.ts'
import { joinStatements } from './join-statements.ts'
import { maskForeign } from './mask.ts'
import { modalityOf } from './modality.ts'
import { MAY_HAVE_AMOUNT } from './number-phrases.ts'
import { pairStatements } from './pair-statements.ts'
import { type Sentence, sentencesOf } from './sentence.ts'
import type { Statement } from './statement.ts'

/** Longer texts are pasted, not written; what stands behind this is not read. Characters. */
const READ = 200_000

type Source = { readonly field: Claim['field']; readonly text: string; readonly index?: number }
type Setting = { readonly isRevert: boolean; readonly hasArtefact: boolean }

/**
 * The quantified changes that a pull request states in its title, description and commit messages, in that order, each
 * with the exact place in the text as it was given.
 */
export const extractClaims = ({
  title,
  body,
  commitMessages = [],
}: Pick<PullRequestFacts, 'title' | 'body' | 'commitMessages'>): Claim[] => {
  const setting = {
    isRevert: /^\W*revert\b/i.test(title) || /^This reverts commit [0-9a-f]{7,40}/m.test(body ?? ''),
    hasArtefact: ARTEFACT.test(body ?? ''),
  }
  const sources: Source[] = [
    { field: 'title', text: title },
    { field: 'body', text: body ?? '' },
    ...commitMessages.map((text, index) => ({ field: 'commit' as const, text, index })),
  ]
  return sources.flatMap((source) => claimsIn(source, setting))
}

/** The same for a single text of unknown origin. */
export const extractFromLine = (text: string): Claim[] =>
  claimsIn({ field: 'text', text }, { isRevert: /^\W*revert\b/i.test(text), hasArtefact: ARTEFACT.test(text) })

/** A run, a benchmark or a chart that a reader can look at. */
const ARTEFACT =
  /https?:\/\/\S*(?:\/actions\/runs\/|bench|perf|codspeed|speedcurve|grafana|lighthouse|flamegraph|profiler|\.(?:png|svg)\b|user-attachments)/i

const claimsIn = ({ field, text, index }: Source, setting: Setting): Claim[] => {
  const given = text.slice(0, READ)
  if (!MAY_HAVE_AMOUNT.test(given)) return []
  const canonical = canonicalise(given)
  return sentencesOf(maskForeign(canonical.text)).flatMap((sentence) =>
    statementsIn(sentence).map((statement) => ({
      field,
      ...(index === undefined ? {} : { index }),
      ...toClaim(statement, sentence, canonical, setting),
    })),
  )
}

const statementsIn = ({ tokens }: Sentence): Statement[] => {
  const pairs = pairStatements(tokens)
  const taken = new Set(pairs.flatMap(({ first, last }) => range(first, last)))
  return joinStatements(tokens, [...pairs, ...changeStatements(tokens, taken)])
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

const toClaim = (
  { first, last, ...stated }: Statement,
  sentence: Sentence,
  canonical: Canonical,
  { isRevert, hasArtefact }: Setting,
): Omit<Claim, 'field' | 'index'> => {
  const { tokens } = sentence
  const from = tokens[first]?.start ?? sentence.start
  const to = tokens[last]?.end ?? from
  const span = sourceSpan(canonical, from, to)
  const written = canonical.text.slice(from, to)
  const context = {
    before: canonical.text.slice(sentence.start, from),
    claim: written,
    behind: canonical.text.slice(to, sentence.start + sentence.text.length),
  }
  const isTable = (sentence.text.match(/\|/g)?.length ?? 0) >= 3
  const bothSides = stated.baseline !== null && stated.after !== null
  const credibility: Credibility = hasArtefact ? 'artefact-linked' : bothSides ? 'both-sides' : 'asserted'
  return {
    ...span,
    text: canonical.source.slice(span.start, span.end),
    ...stated,
    scope: SCOPE.exec(`${context.before.slice(-60)} ${written}`)?.[0].toLowerCase() ?? null,
    period: PERIOD.exec(`${written}${context.behind.slice(0, 40)}`)?.[0].toLowerCase() ?? null,
    modality: modalityOf(context, { effect: stated.effect, isRevert, isTable }),
    credibility,
    consistent: isConsistent(stated),
    hash: createHash('sha256').update(written.replace(/\s+/g, ' ').trim()).digest('hex'),
  }
}

const SCOPE =
  /\b(?:p\d{2,3}|cold[ -]start(?:up)?|startup|peak|average|median|mean|worst[ -]case|build|ci|install(?:ation)?|bundle|gzip(?:ped)?)\b/i
const PERIOD =
  /\b(?:per|a|each|every) (?:run|build|request|call|op(?:eration)?|day|week|month|year|hour|minute|second|release|deploy(?:ment)?|developer|user)\b|\/(?:day|week|month|year|run|build|request|op)\b/i
