import type { Amount } from './amount.ts'
import type { ChangeWord } from './change-words.ts'
import type { Metric } from './claim.ts'
import { type Found, findChange } from './find-change.ts'
import { foldStatement } from './fold-statement.ts'
import type { Token } from './lex.ts'
import { effectOf, metricOfUnit } from './metrics.ts'
import { endOfPhrase, metricIn, thingIn } from './sentence.ts'
import type { Statement } from './statement.ts'

/** Changes told by their size: "30 % faster", "reduces memory by 5 MB", "a speedup of 2x". */
export const changeStatements = (tokens: readonly Token[], taken: ReadonlySet<number>): Statement[] =>
  tokens.flatMap((token, at) => {
    if (taken.has(at)) return []
    const fold = foldStatement(tokens, at)
    if (fold !== null) return [fold]
    if (!token.amount) return []
    const statement = statementAt(tokens, at, token.amount)
    return statement === null ? [] : [statement]
  })

const statementAt = (tokens: readonly Token[], at: number, given: Amount): Statement | null => {
  const isFactor = tokens[at - 1]?.text === 'of' && tokens[at - 2]?.text === 'factor'
  const amount: Amount = isFactor ? { ...given, unit: 'x', dimension: 'ratio' } : given
  if (amount.dimension === 'plain' || amount.value === 0 || tokens[at - 1]?.text === '±') return null
  const found = findChange(tokens, at, amount)
  if (found === null) return signed(tokens, at, amount) ?? cutShort(tokens, at, amount)
  const { word } = found
  // A verb that serves a second amount belongs to the statement of the first.
  const shared = tokens.slice(found.at, at).findLastIndex(({ kind }) => kind === 'amount')
  const first = shared < 0 ? Math.min(at, found.at) : found.at + shared + 2
  const last = Math.max(at, found.at)
  const end = endOfPhrase(tokens, last)
  if (isAboutThing(tokens, found, { first, last, end }, amount)) return null
  if (isStanding(tokens, found)) return null
  const metric = metricNear(tokens, first, end, word, amount)
  const effect = metric === null ? null : effectOf(word.sense, metric)
  if (metric === null || effect === null) return null
  const level = isLevel(tokens, at, found)
  return {
    first,
    last,
    metric,
    effect,
    value: level ? null : amount.value,
    unit: level ? null : amount.unit,
    baseline: null,
    after: level && typeof amount.value === 'number' ? { value: amount.value, unit: amount.unit } : null,
  }
}

/** "to 38 seconds" says where it ended, "by 38 seconds" how far it went. */
const isLevel = (tokens: readonly Token[], at: number, { at: wordAt, word }: Found): boolean =>
  wordAt < at &&
  word.as === 'verb' &&
  tokens[at]?.amount?.dimension !== 'ratio' &&
  tokens
    .slice(Math.max(wordAt + 1, at - 4), at)
    .some(({ text }, i, between) => text === 'to' && between[i - 1]?.text !== 'up')

/** "+9.5 % on Speedometer", "-30 % overhead": the sign is the word of change. */
const signed = (tokens: readonly Token[], at: number, amount: Amount): Statement | null => {
  if (amount.sign === null || amount.dimension !== 'percent') return null
  // A column of a printed table has numbers before it and no word behind.
  const ahead = metricIn(tokens, at + 1, at + 5)
  if (ahead === null && tokens.slice(0, at).some(({ kind, text }) => kind === 'amount' || /\d/.test(text))) return null
  const metric = ahead ?? metricIn(tokens, at - 5, at)
  const effect = metric === null ? null : effectOf(amount.sign === '+' ? 'up' : 'down', metric)
  if (metric === null || effect === null || thingIn(tokens, Math.max(0, at - 4), at + 4) !== null) return null
  return { first: at, last: at, metric, effect, value: amount.value, unit: amount.unit, baseline: null, after: null }
}

/** The object of a verb stands behind it; what a noun or adjective speaks of stands around it. */
const isAboutThing = (
  tokens: readonly Token[],
  { word, at }: Found,
  { first, last, end }: { first: number; last: number; end: number },
  amount: Amount,
): boolean => {
  const from = word.as === 'verb' && at === first ? first : Math.max(0, first - 4)
  const to = word.as === 'adjective' ? last + 1 : end
  const thing = thingIn(tokens, from, to)
  if (thing === 'display') return amount.dimension !== 'time' && amount.dimension !== 'rate'
  return thing !== null || thingIn(tokens, Math.max(0, first - 10), first) === 'text'
}

/** "is currently 3x slower than the other": how things stand, not what changed. */
const isStanding = (tokens: readonly Token[], { word, at }: Found): boolean =>
  word.as === 'adjective' &&
  word.sense === 'bad' &&
  tokens[at + 1]?.text !== undefined &&
  (tokens[at + 1]?.text === 'than' || tokens[at + 1]?.text === 'because') &&
  tokens
    .slice(Math.max(0, at - 12), at)
    .some(({ text }) => /^(?:is|was|were|are|currently|stayed|remains?|still)$/.test(text))

/** "gives about 16 % performance": a wrapped line ends before it says "improvement". */
const cutShort = (tokens: readonly Token[], at: number, { dimension, value, unit, sign }: Amount): Statement | null => {
  const noun = tokens[at + 1]
  if (dimension !== 'percent' || sign === '-' || at + 2 !== tokens.length) return null
  if (!noun || !/^(?:performance|perf|speed|throughput)$/.test(noun.text)) return null
  const metric = noun.text === 'throughput' ? 'throughput' : 'speed'
  return { first: at, last: at + 1, metric, effect: 'improvement', value, unit, baseline: null, after: null }
}

const metricNear = (
  tokens: readonly Token[],
  first: number,
  end: number,
  word: ChangeWord,
  amount: Amount,
): Metric | null => {
  const inside = metricIn(tokens, first, end) ?? metricIn(tokens, Math.max(0, first - 5), first)
  if (inside !== null) return inside
  const ofUnit = metricOfUnit(amount.dimension, amount.unit)
  if (ofUnit !== null) return ofUnit
  if (word.sense === 'good' || word.sense === 'bad') return 'speed'
  if (word.as === 'adjective') return 'size'
  if (word.sense === 'down' && amount.dimension !== 'points' && word.direct) return 'size'
  return metricIn(tokens, Math.max(0, first - 9), first)
}
