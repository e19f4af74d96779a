import type { ValueContext } from '../context.ts'
import type { PlannedPart, ValueEvidence } from '../value.ts'
import { hourlyRate } from './hourly-rate.ts'

/** Hours that others spent on repairing it × what an hour costs, as a loss. Once. */
export const rework = (
  { reworkHours }: Pick<ValueEvidence, 'reworkHours'>,
  context: Pick<ValueContext, 'rates' | 'authorRole'>,
): PlannedPart | null => {
  const rate = hourlyRate(context.authorRole, context, 'rework')
  if (reworkHours === undefined || 'because' in rate) return null
  return {
    mechanism: 'rework',
    stream: 'one-time',
    sign: -1,
    told: -1,
    item: null,
    matchedBy: null,
    quote: 'hours of repair',
    inputs: [{ name: 'hours of rework', distribution: reworkHours, source: 'facts' }, rate],
    wholeInputs: 0,
    effect: '',
  }
}
