import type { Effort } from '../effort/estimate-effort.ts'
import type { ValueContext } from './context.ts'
import { hourlyRate } from './mechanisms/hourly-rate.ts'
import type { Input } from './value.ts'

/**
 * Hours × what an hour of their author costs; null where either is unknown. The error of the estimate is one unknown for
 * all pull requests: what the hours were fitted to is off in the same direction for all of them, perhaps.
 */
export const costOfEffort = (effort: Effort, context: Pick<ValueContext, 'rates' | 'authorRole'>): Input[] | null => {
  if (effort.status !== 'estimated') return null
  const rate = hourlyRate(context.authorRole, context, 'the work itself')
  if ('because' in rate) return null
  const [p5, p95] = effort.interval90
  if (!(p5 > 0)) return null
  return [
    { name: 'hours of work', distribution: { kind: 'skewed', p5, p50: effort.hours, p95 }, source: 'facts' },
    rate,
  ]
}
