import type { Amount } from './amount.ts'
import { changeWord } from './change-words.ts'
import type { Metric } from './claim.ts'
import { type Found, findChange } from './find-change.ts'
import { foldStatement } from './fold-statement.ts'
import type { Token } from './lex.ts'
import { effectOf, fitsUnit, metricOfUnit } from './metrics.ts'
import { endOfPhrase, isBreak, isJoint, metricIn, startOfClause, thingIn } from './sentence.ts'
import { isSettingChange } from './setting.ts'
import type { Statement } from './statement.ts'

/** Changes told by their size: "30 % faster", "reduces memory by 5 MB", "a speedup of 2x". */
export const changeStatements = (tokens: readonly Token[], taken: ReadonlySet<number>): Statement[] => {
  const found: Statement[] = []
  tokens.forEach((token, at) => {
    if (taken.has(at)) return
    const { amount } = token
    const statement =
      foldStatement(tokens, at) ??
      (amount ? (statementAt(tokens, at, amount) ?? another(tokens, at, amount, found.at(-1))) : null)
    if (statement !== null) found.push(statement)
  })
  return found
}

/** How far behind a statement its like may follow, in tokens. */
const NEXT = 6

/** "cuts the heap by 28 % and the time by 44 %", "5 % faster, parsing 2 %": one word of change serves both. */
const another = (
  tokens: readonly Token[],
  at: number,
  { dimension, value, unit }: Amount,
  previous: Statement | undefined,
): Statement | null => {
  if (previous === undefined || previous.value === null || previous.baseline !== null) return null
  const between = tokens.slice(previous.last + 1, at)
  const like = tokens.slice(previous.first, previous.last + 1).some(({ amount }) => amount?.dimension === dimension)
  const joint = between.findIndex(({ text }) => text === 'and' || text === ',')
  if (!like || between.length === 0 || joint < 0 || joint > NEXT || between.length - joint > NEXT) return null
  if (between.some((token) => isBreak(token) || token.kind === 'amount' || changeWord(token.text))) return null
  if (/^(?:of|to|than|-)$/.test(tokens[at + 1]?.text ?? '')) return null
  const first = previous.last + 2 + joint
  const metric = metricIn(tokens, first, at) ?? (isJoint(tokens[at + 1]) ? null : metricIn(tokens, at + 1, at + 3))
  if (thingIn(tokens, first, at) !== null) return null
  const named = metric !== null && fitsUnit(metric, dimension) ? metric : previous.metric
  return { first, last: at, metric: named, effect: previous.effect, value, unit, baseline: null, after: null }
}

const statementAt = (tokens: readonly Token[], at: number, given: Amount): Statement | null => {
  const isFactor = tokens[at - 1]?.text === 'of' && tokens[at - 2]?.text === 'factor'
  const amount: Amount = isFactor ? { ...given, unit: 'x', dimension: 'ratio' } : given
  if (amount.dimension === 'plain' || amount.value === 0 || tokens[at - 1]?.text === '±') return null
  const found = findChange(tokens, at, amount)
  if (found === null) return signed(tokens, at, amount) ?? halfOf(tokens, at, amount) ?? cutShort(tokens, at, amount)
  const { word } = found
  // A verb that serves a second amount belongs to the statement of the first.
  const shared = tokens.slice(found.at, at).findLastIndex(({ amount: other }) => other && other.dimension !== 'plain')
  const first = shared < 0 ? Math.min(at, found.at) : found.at + shared + 2
  const last = Math.max(at, found.at)
  const end = endOfPhrase(tokens, last)
  if (isAboutThing(tokens, found, { first, last, end }, amount)) return null
  if (isStanding(tokens, found) || isSettingChange(tokens, found.at, amount.dimension)) return null
  const metric = metricNear(tokens, { first, end }, found, amount)
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
  const close = metricIn(tokens, at - 2, at)
  if (
    ahead === null &&
    close === null &&
    tokens.slice(0, at).some(({ kind, text }) => kind === 'amount' || /\d/.test(text))
  )
    return null
  const metric = close ?? ahead ?? metricIn(tokens, at - 5, at)
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
  const isPassive = /^(?:is|was|are|were|be|been|being|has|have)$/.test(tokens[at - 1]?.text ?? '')
  const reach = isPassive ? Math.min(4, first - startOfClause(tokens, first)) + 6 : 4
  const from = word.as === 'verb' && at === first && !isPassive ? first : Math.max(0, first - reach)
  const to = word.as === 'adjective' ? last + 1 : end
  const thing = thingIn(tokens, from, to)
  if (thing === 'display') return amount.dimension !== 'time' && amount.dimension !== 'rate'
  return thing !== null || thingIn(tokens, Math.max(0, first - 10), first) === 'text'
}

/** "is currently 3x slower than the other": how things stand, not what changed. */
const isStanding = (tokens: readonly Token[], { word, at }: Found): boolean =>
  word.as === 'adjective' &&
  (word.sense === 'bad' || word.sense === 'up') &&
  /^(?:than|because)$/.test(tokens[at + 1]?.text ?? '') &&
  !tokens
    .slice(at + 2, at + 5)
    .some(({ text }) => /^(?:before|it|main|master|previous|previously|old|now|today|baseline)$/.test(text)) &&
  tokens
    .slice(Math.max(0, at - 12), at)
    .some(({ text }) => /^(?:is|was|were|are|currently|stayed|remains?|still)$/.test(text))

/** "takes half the time": what is used up is told as a part of what it was. */
const halfOf = (tokens: readonly Token[], at: number, { value, unit }: Amount): Statement | null => {
  if (!/half$/.test(tokens[at]?.text ?? '') || tokens[at + 1]?.text === 'as') return null
  const metric = metricIn(tokens, at + 1, at + 4)
  if (metric === null || !tokens.slice(Math.max(0, at - 3), at).some(({ text }) => USES.test(text))) return null
  return { first: at, last: at + 2, metric, effect: 'improvement', value, unit, baseline: null, after: null }
}

const USES = /^(?:takes?|taking|took|uses?|using|needs?|needing|requires?|consumes?|allocates?|in|with)$/

/** "gives 2x throughput"; "gives about 16 % performance", where a wrapped line ends before it says "improvement". */
const cutShort = (tokens: readonly Token[], at: number, { dimension, value, unit, sign }: Amount): Statement | null => {
  const noun = tokens[at + 1]
  const isFactor = dimension === 'ratio' && (typeof value === 'number' ? value : value[0]) > 1
  if (!isFactor && (dimension !== 'percent' || sign === '-' || at + 2 !== tokens.length)) return null
  if (!noun || !/^(?:performance|perf|speed|throughput)$/.test(noun.text)) return null
  const metric = noun.text === 'throughput' ? 'throughput' : 'speed'
  return { first: at, last: at + 1, metric, effect: 'improvement', value, unit, baseline: null, after: null }
}

const OF_SPEED = /^(?:fast|slow|quick|speed|sped|snapp|swift|accelerat)/

const metricNear = (
  tokens: readonly Token[],
  { first, end }: { first: number; end: number },
  { word, at }: Found,
  amount: Amount,
): Metric | null => {
  const isShare = amount.dimension === 'percent' || amount.dimension === 'ratio'
  const inside = metricIn(tokens, first, end)
  if (isShare && OF_SPEED.test(tokens[at]?.text ?? '')) return inside === 'throughput' ? inside : 'speed'
  const named = inside ?? metricIn(tokens, Math.max(startOfClause(tokens, first), first - 5), first)
  const ofUnit = metricOfUnit(amount.dimension, amount.unit)
  if (named !== null) return fitsUnit(named, amount.dimension) ? named : ofUnit
  if (ofUnit !== null) return ofUnit
  if (word.sense === 'good' || word.sense === 'bad') return 'speed'
  if (word.as === 'adjective') return /^(?:short|long)/.test(tokens[at]?.text ?? '') ? 'time' : 'size'
  const before = metricIn(tokens, Math.max(0, first - 9), first)
  if (before !== null) return before
  if (word.sense !== 'down' || !(isShare || word.direct) || thingIn(tokens, first, end) !== null) return null
  return word.direct ? 'size' : 'time'
}
