import type { Amount } from './amount.ts'
import { type ChangeWord, changeWord, type Sense } from './change-words.ts'
import type { Metric } from './claim.ts'
import type { Token } from './lex.ts'
import { effectOf, metricOfUnit } from './metrics.ts'
import { isBreak, isJoint, metricIn, thingIn } from './sentence.ts'
import type { Statement } from './statement.ts'

const HEDGE =
  /^(?:~|<|>|=|\*|\(|\\|\+|-|,|about|around|roughly|approximately|approx|nearly|almost|some|circa|like|just|only|under|over|up|to|a|an|the|additional|extra|another|consistent|further|at|least|more|than|of|likely|is|was|between|on|average|maybe|perhaps|even|whopping|solid|full|good|huge|small|slight|off|away|factor)$/

/** How far behind or before an amount its word of change may stand, in tokens. */
const AHEAD = 5
const BACK = 14

/** Things are removed whole; "avoids 3x the call" counts calls. */
const OUTRIGHT = /^(?:avoid|remov|eliminat|drop|strip|add)/

type Found = { readonly word: ChangeWord; readonly at: number }

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

const FOLDS: readonly (readonly [RegExp, number, string, 'up' | 'down'])[] = [
  [/^halv(?:e|es|ed|ing)$/, 50, '%', 'down'],
  [/^doubl(?:es|ed|ing)$/, 2, 'x', 'up'],
  [/^tripl(?:es|ed|ing)$/, 3, 'x', 'up'],
]

/** "halves the latency", "doubled throughput": an amount in a verb, of a thing that is measured. */
const foldStatement = (tokens: readonly Token[], at: number): Statement | null => {
  const [, value, unit, sense] = FOLDS.find(([verb]) => verb.test(tokens[at]?.text ?? '')) ?? []
  if (value === undefined || unit === undefined || sense === undefined) return null
  const end = endOfPhrase(tokens, at)
  const metric = metricIn(tokens, at + 1, end)
  const effect = metric === null ? null : effectOf(sense, metric)
  if (metric === null || effect === null || thingIn(tokens, at + 1, end) !== null) return null
  return { first: at, last: end - 1, metric, effect, value, unit, baseline: null, after: null }
}

const statementAt = (tokens: readonly Token[], at: number, given: Amount): Statement | null => {
  const isFactor = tokens[at - 1]?.text === 'of' && tokens[at - 2]?.text === 'factor'
  const amount: Amount = isFactor ? { ...given, unit: 'x', dimension: 'ratio' } : given
  if (amount.dimension === 'plain' || amount.value === 0 || tokens[at - 1]?.text === '±') return null
  const found = wordAhead(tokens, at, amount) ?? wordBefore(tokens, at, amount)
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

/** "twice as fast": the plain adjective compares. */
const AS_FAST: ReadonlyMap<string, Sense> = new Map([
  ['fast', 'good'],
  ['quick', 'good'],
  ['cheap', 'good'],
  ['efficient', 'good'],
  ['slow', 'bad'],
  ['large', 'up'],
  ['big', 'up'],
])

/** "30 % faster", "2x speed improvement", "12 MB reduction", "540x less B/op". */
const wordAhead = (tokens: readonly Token[], at: number, amount: Amount): Found | null => {
  const compared = tokens[at + 1]?.text === 'as' ? AS_FAST.get(tokens[at + 2]?.text ?? '') : undefined
  if (compared) return { word: { sense: compared, as: 'adjective', direct: false }, at: at + 2 }
  for (let i = at + 1; i <= at + AHEAD && i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token || token.kind === 'amount' || token.kind === 'arrow' || (isBreak(token) && token.text !== '.'))
      return null
    const adjective = changeWord(token.text, 'adjective')
    if (adjective && i <= at + 2) return isCompared(tokens, i, amount) ? { word: adjective, at: i } : null
    const noun = changeWord(token.text, 'noun')
    if (noun && amount.dimension !== 'count') return { word: noun, at: i }
    const participle =
      i === at + 1 && isShare(amount) && /ed$/.test(token.text) ? changeWord(token.text, 'verb') : undefined
    if (participle) return { word: participle, at: i }
    // Words between the amount and its noun name what changed; a preposition begins another thought.
    if (isJoint(token) && !/^(?:\*|\)|-|"|is|of|in|or)$/.test(token.text)) return null
    if (/^(?:of|in)$/.test(token.text) && i > at + 1) return null
  }
  return null
}

/** "3 times more tests" counts things; "3 times more memory" measures one. */
const isCompared = (tokens: readonly Token[], at: number, amount: Amount): boolean => {
  const text = tokens[at]?.text ?? ''
  if (!/^(?:more|less|fewer|higher|lower)$/.test(text)) return isShare(amount) || text !== 'better'
  if (tokens[at - 1]?.text === 'or' && !isShare(amount)) return false
  if (tokens[at + 1]?.text === 'than') return false
  if (amount.dimension === 'time' || amount.dimension === 'size') return true
  return metricIn(tokens, at - 5, at + 4) !== null && amount.dimension !== 'count'
}

/** "reduces X by 30 %", "saves 5 MB", "speedup of 2x", "improvement: 13 %", "faster (2 %)". */
const wordBefore = (tokens: readonly Token[], at: number, amount: Amount): Found | null => {
  let start = at - 1
  while (start >= 0 && isHedge(tokens, start)) start -= 1
  const near = tokens[start]
  if (!near) return null
  const inHalf = near.text === 'in' && /half|third|quarter/.test(tokens[at]?.text ?? '')
  const linked = inHalf || tokens.slice(start, at).some(({ text }) => text === 'by')
  for (let i = start; i >= 0 && i > at - BACK; i -= 1) {
    const token = tokens[i]
    if (!token || (i < start && (isBreak(token) || token.kind === 'arrow'))) return null
    const verb = changeWord(token.text, 'verb')
    if (verb) {
      if (linked) return { word: verb, at: i }
      if ((amount.dimension === 'ratio' || /^add/.test(token.text)) && OUTRIGHT.test(token.text) && !linked) return null
      if (verb.direct && i === start) return { word: verb, at: i }
      if (isJudgement(verb) && isShare(amount) && start - i <= 6) return { word: verb, at: i }
      if (/^(?:cost|los)/.test(token.text) && !isShare(amount)) return null
      if (i === start && amount.dimension !== 'time') return { word: verb, at: i }
      if (isToLevel(tokens, at, start) && verb.sense === 'down') return { word: verb, at: i }
      return null
    }
    const noun = changeWord(token.text, 'noun')
    if (noun && !linked && tokens[at - 1]?.text === 'to' && tokens[at - 2]?.text !== 'up') return null
    if (noun && amount.dimension !== 'count' && (linked || start - i <= reachOf(tokens, at)))
      return { word: noun, at: i }
    const adjective = changeWord(token.text, 'adjective')
    if (adjective && isShare(amount) && (linked || start - i <= 3)) return { word: adjective, at: i }
    if (!linked && isJoint(token) && !/^(?:of|in|for|to|,|:|\(|is|was|been|be|are)$/.test(token.text)) return null
    if (token.kind === 'amount' && !(linked && tokens.slice(i, start).some(({ text }) => text === 'and'))) return null
  }
  return null
}

/** "a reduction in peak heap size of 19 %" puts its noun far away. */
const reachOf = (tokens: readonly Token[], at: number): number =>
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'of') ? 7 : 3

/** "more than 5 MB" hedges an amount; "smaller than 5 MB" compares with one, and so does "more than" without a change. */
const isHedge = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (!token || token.kind === 'amount') return false
  if (changeWord(token.text, 'adjective')) return tokens[at + 1]?.text === 'than'
  return HEDGE.test(token.text) && (changeWord(token.text) === undefined || token.text === 'up')
}

const isJudgement = ({ sense }: ChangeWord) => sense === 'good' || sense === 'bad'
const isShare = ({ dimension }: Amount) => dimension === 'percent' || dimension === 'ratio'

const isToLevel = (tokens: readonly Token[], at: number, start: number): boolean =>
  tokens[start]?.text !== 'back' &&
  tokens.slice(start, at).some(({ text }) => text === 'to') &&
  !tokens.slice(start, at).some(({ text }) => text === 'up')

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

const endOfPhrase = (tokens: readonly Token[], last: number): number => {
  let end = last + 1
  while (
    end < tokens.length &&
    end <= last + 4 &&
    !isBreak(tokens[end]) &&
    !/^[,()]$/.test(tokens[end]?.text ?? '') &&
    tokens[end]?.kind !== 'amount'
  )
    end += 1
  return end
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
