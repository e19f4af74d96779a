import type { Token } from './lex.ts'
import type { Statement } from './statement.ts'

/** What may stand between both sides of a change and its size: "258 kB -> 182 kB (29 %)". */
const LINK = /^(?:[(),:;|=*~-]|or|about|i\.e\.|that|is|a|an|for|around|roughly|nearly|and|which|are|so|thus)$/

/**
 * Puts together what is said twice: both sides of a change with the per cent or factor behind or before them. What
 * overlaps otherwise is one statement, the longer one.
 */
export const joinStatements = (tokens: readonly Token[], statements: readonly Statement[]): Statement[] => {
  const sorted = [...statements].sort((a, b) => a.first - b.first || b.last - a.last)
  const joined: Statement[] = []
  for (const statement of sorted) {
    const previous = joined.at(-1)
    const merged = previous ? merge(tokens, previous, statement) : null
    if (merged) joined[joined.length - 1] = merged
    else joined.push(withLooseSize(tokens, statement))
  }
  return joined
}

const merge = (tokens: readonly Token[], a: Statement, b: Statement): Statement | null => {
  if (b.first <= a.last) {
    const [longer, other] = a.last - a.first >= b.last - b.first ? [a, b] : [b, a]
    return complete(longer, other, a.first, Math.max(a.last, b.last))
  }
  const between = tokens.slice(a.last + 1, b.first)
  const sidesAndSize = (a.baseline !== null) !== (b.baseline !== null) && a.effect === b.effect
  if (!sidesAndSize || between.length > 4 || !between.every(({ text }) => LINK.test(text))) return null
  return complete(a, b, a.first, b.last)
}

const complete = (main: Statement, other: Statement, first: number, last: number): Statement => ({
  ...main,
  first,
  last,
  value: main.value ?? other.value,
  unit: main.value === null ? other.unit : main.unit,
  baseline: main.baseline ?? other.baseline,
  after: main.after ?? other.after,
})

/** A per cent in brackets right behind both sides of a change is its size. */
const withLooseSize = (tokens: readonly Token[], statement: Statement): Statement => {
  if (statement.baseline === null || statement.value !== null) return statement
  for (let at = statement.last + 1; at <= statement.last + 4; at += 1) {
    const token = tokens[at]
    if (!token) return statement
    const amount = token.amount
    if (amount) {
      if (amount.dimension !== 'percent' && amount.dimension !== 'ratio') return statement
      return { ...statement, last: at, value: amount.value, unit: amount.unit }
    }
    if (!LINK.test(token.text)) return statement
  }
  return statement
}
