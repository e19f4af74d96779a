import type { ValueContext } from '../context.ts'
import { matchItem } from '../match-item.ts'
import { assumed, constant, type Outcome, partOf, quoted, type Statement } from './statement.ts'

const IS_SPEND = new Set(['money', 'cost'])

/**
 * Spend of a scope × the part of a resource that is no longer needed × how far spend follows that resource ×
 * credibility. Per year. Faster answers by themselves leave the bill as it is: without a declared elasticity it is 0.
 */
export const infrastructure = (statement: Statement, context: ValueContext): Outcome => {
  const { claim, change, subject } = statement
  if (claim.metric === 'error_rate' || change.share === null) return null
  const match = matchItem(subject, context, ({ spend }) => spend !== undefined)
  if (!match?.item.spend) return { because: 'no item of the context that matches it declares spend' }
  const { name, spend } = match.item
  const elasticity = spend.elasticity?.[claim.metric]
  const isSpend = IS_SPEND.has(claim.metric)
  if (!isSpend && elasticity === undefined) {
    return {
      because: `how spend on '${name}' follows ${claim.metric} is not declared (items[].spend.elasticity)`,
    }
  }
  const whole = [assumed(`monthly spend on '${name}'`, spend.perMonth), constant('months a year', 12)]
  const follows = elasticity && !isSpend ? [assumed(`elasticity of '${name}' to ${claim.metric}`, elasticity)] : []
  const part = quoted('part of it', change.share, statement)
  return partOf('infrastructure', 'recurring', statement, match, [part, ...follows], whole)
}
