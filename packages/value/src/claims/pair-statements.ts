import type { Amount } from './amount.ts'
import { changeWord } from './change-words.ts'
import type { Metric, Quantity } from './claim.ts'
import type { Token } from './lex.ts'
import { effectOf, metricOfUnit } from './metrics.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { metricIn, thingIn } from './sentence.ts'
import type { Statement } from './statement.ts'
import { baseFactor } from './units.ts'

const MEASURED: ReadonlySet<string> = new Set(['time', 'size', 'rate', 'money', 'percent', 'count'])

/** How far around a pair its metric is looked for, in tokens. */
const REACH = 9

/** Changes told by both sides: "from 900 ms to 300 ms". */
export const pairStatements = (tokens: readonly Token[]): Statement[] =>
  pairsOf(tokens).flatMap((pair) => {
    const statement = statementOf(tokens, pair)
    return statement === null ? [] : [statement]
  })

const statementOf = (tokens: readonly Token[], pair: Pair): Statement | null => {
  const [from, to] = [tokens[pair.baseline]?.amount, tokens[pair.after]?.amount]
  if (!from || !to) return null
  const amount = from.dimension === 'plain' ? to : from
  if (!MEASURED.has(amount.dimension)) return null
  const start = Math.max(0, pair.first - REACH)
  if (isAboutThing(tokens, start, pair, amount)) return null
  const named = metricIn(tokens, start, pair.first) ?? metricIn(tokens, pair.first, pair.last + 6)
  const metric = named ?? metricOfUnit(amount.dimension, amount.unit)
  if (metric === null) return null
  const [before, after] = [inBase(from, amount), inBase(to, amount)]
  if (!isTold(tokens, pair, named) && !(after < before && isBare(tokens, pair))) return null
  if (before === after) return null
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

/** A pair without a word of change or a metric is a setting, a date or a range as often as not. */
const isTold = (tokens: readonly Token[], pair: Pair, named: Metric | null): boolean => {
  if (named !== null) return true
  return tokens.slice(Math.max(0, pair.first - REACH), pair.last + 6).some(({ text }) => {
    const word = changeWord(text)
    return (
      word !== undefined ||
      /^(?:takes?|took|taking|runs?|ran|running|went|goes|was|now|instead|build|tests?)$/.test(text)
    )
  })
}

/** Nothing but the two sides: a fall from one to the other, or an arrow with the per cent beside it. */
const isBare = (tokens: readonly Token[], { link, first, last }: Pair): boolean =>
  (link === 'from' && first <= 1) ||
  (link === 'arrow' && tokens.slice(last + 1, last + 4).some(({ amount }) => amount?.dimension === 'percent'))

const isAboutThing = (tokens: readonly Token[], start: number, pair: Pair, { dimension }: Amount): boolean => {
  const things = [thingIn(tokens, start, pair.first), thingIn(tokens, pair.last + 1, pair.last + 3)]
  return things.some((thing) => thing !== null && !(thing === 'display' && dimension === 'time'))
}

const firstOf = ({ value }: Amount): number => (typeof value === 'number' ? value : (value[0] + value[1]) / 2)
const unitOf = (amount: Amount, other: Amount) => amount.unit ?? other.unit
const inBase = (amount: Amount, other: Amount) => firstOf(amount) * baseFactor(unitOf(amount, other))
const quantity = (amount: Amount, other: Amount): Quantity => ({ value: firstOf(amount), unit: unitOf(amount, other) })
