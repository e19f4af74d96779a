import type { Amount } from './amount.ts'
import { changeWord } from './change-words.ts'
import type { Metric, Quantity } from './claim.ts'
import type { Token } from './lex.ts'
import { effectOf, fitsUnit, metricOfUnit } from './metrics.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { metricIn, startOfClause, thingIn } from './sentence.ts'
import { isSettingChange } from './setting.ts'
import type { Statement } from './statement.ts'
import { baseFactor } from './units.ts'

const MEASURED: ReadonlySet<string> = new Set(['time', 'size', 'rate', 'money', 'percent', 'count'])

const COUNTED: ReadonlySet<Metric> = new Set(['allocations', 'instructions', 'requests', 'throughput'])

/** How far around a pair its metric is looked for, in tokens. */
const REACH = 9

/** Changes told by both sides: "from 900 ms to 300 ms". */
export const pairStatements = (tokens: readonly Token[]): Statement[] =>
  pairsOf(tokens).flatMap((pair) => {
    const statement = statementOf(tokens, pair)
    return statement === null ? [] : [statement]
  })

const statementOf = (tokens: readonly Token[], found: Pair): Statement | null => {
  const pair = inOrder(tokens, found)
  const [from, to] = [tokens[pair.baseline]?.amount, tokens[pair.after]?.amount]
  if (!from || !to) return null
  const amount = from.dimension === 'plain' ? to : from
  const start = Math.max(0, pair.first - REACH)
  if (isAboutThing(tokens, start, pair, amount) || isSet(tokens, pair, amount)) return null
  const named = metricIn(tokens, start, pair.first) ?? metricIn(tokens, pair.first, pair.last + 6)
  const ofUnit = metricOfUnit(amount.dimension, amount.unit)
  const metric = named !== null && fitsUnit(named, amount.dimension) ? named : ofUnit
  if (metric === null || !isMeasured(amount, named)) return null
  const [before, after] = [inBase(from, amount), inBase(to, amount)]
  if (isNeutral(tokens, pair) && metric !== named) return null
  const isFall = after < before && (amount.dimension === 'time' || amount.dimension === 'size')
  if (
    !isTold(tokens, pair, named) &&
    !isFall &&
    amount.dimension !== 'rate' &&
    !(after < before && isBare(tokens, pair))
  )
    return null
  if (before === after || before === 0) return null
  const effect = effectOf(after < before ? 'down' : 'up', metric)
  if (effect === null) return null
  return {
    first: pair.first,
    last: pair.last,
    metric,
    effect,
    value: null,
    unit: null,
    baseline: quantity(from, amount),
    after: quantity(to, amount),
  }
}

const NEUTRAL = /^(?:chang|set$|sets$|setting|adjust|bump|updat|switch|mov|configur|limit|allow|rename)/

/** "Change the bucket from 500 us to 10 us" says what was set, unless it names a measure. */
const isNeutral = (tokens: readonly Token[], { first }: Pair): boolean =>
  tokens
    .slice(startOfClause(tokens, first), first)
    .some(
      ({ text }, at, clause) => NEUTRAL.test(text) && !/^(?:this|the|a|that|each)$/.test(clause[at - 1]?.text ?? ''),
    )

/** A pair without a word of change or a metric is a setting, a date or a range as often as not. */
const isTold = (tokens: readonly Token[], pair: Pair, named: Metric | null): boolean => {
  if (named !== null) return true
  return tokens.slice(Math.max(0, pair.first - REACH), pair.last + 6).some(({ text }) => {
    return (
      changeWord(text) !== undefined ||
      /^(?:before|after|takes?|took|taking|runs?|ran|running|went|goes|was|now|instead|builds?|tests?|suite|measured|benchmarks?|median|warm|cold|installs?|resolves?|resolution|resolving|loading|compiles?|compilation|parsing|parses|renders?|rendering)$/.test(
        text,
      )
    )
  })
}

/** Nothing but the two sides: a fall from one to the other, or an arrow with the per cent beside it. */
const isBare = (tokens: readonly Token[], { link, first, last }: Pair): boolean =>
  ((link === 'from' || link === 'arrow' || link === 'was') && first <= 2) ||
  (link === 'arrow' && tokens.slice(last + 1, last + 4).some(({ amount }) => amount?.dimension === 'percent'))

/** What a program is told to do for so long is a setting, whatever the noun. */
const TOLD = /^(?:wait|sleep|poll|retr|expire|keep|limit|paus|delay|schedul|debounc|throttl)/

const isAboutThing = (tokens: readonly Token[], start: number, pair: Pair, { dimension }: Amount): boolean => {
  if (tokens.slice(Math.max(0, pair.first - 3), pair.first).some(({ text }) => TOLD.test(text))) return true
  const things = [thingIn(tokens, start, pair.first), thingIn(tokens, pair.last + 1, pair.last + 3)]
  return things.some((thing) => thing !== null && !(thing === 'display' && dimension === 'time'))
}

const isSet = (tokens: readonly Token[], { first }: Pair, { dimension }: Amount): boolean =>
  range(startOfClause(tokens, first), first).some((at) => isSettingChange(tokens, at, dimension))

/** A number without a unit counts what its noun names: "API calls from 120 to 4". */
const isMeasured = ({ dimension }: Amount, named: Metric | null): boolean =>
  MEASURED.has(dimension) || (dimension === 'plain' && named !== null && COUNTED.has(named))

/** "A vs B" names either side first: where a gain is spoken of, the better one is what came after. */
const inOrder = (tokens: readonly Token[], pair: Pair): Pair => {
  const [before, after] = [tokens[pair.baseline]?.amount, tokens[pair.after]?.amount]
  if (pair.link !== 'versus' || !before || !after || before.dimension === 'rate') return pair
  const isGain =
    tokens.some(({ text }) => /^(?:good|up|down)$/.test(changeWord(text, 'adjective')?.sense ?? '')) ||
    tokens.some(({ text }) => changeWord(text, 'noun')?.sense === 'good')
  const gotWorse = inBase(after, before) > inBase(before, after)
  return isGain && gotWorse ? { ...pair, baseline: pair.after, after: pair.baseline } : pair
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
const firstOf = ({ value }: Amount): number => (typeof value === 'number' ? value : (value[0] + value[1]) / 2)
const unitOf = (amount: Amount, other: Amount) => amount.unit ?? other.unit
const inBase = (amount: Amount, other: Amount) => firstOf(amount) * baseFactor(unitOf(amount, other))
const quantity = (amount: Amount, other: Amount): Quantity => ({ value: firstOf(amount), unit: unitOf(amount, other) })
