import { formatCount } from '../../ui/amounts.ts'

type Quantity = { value: number; unit: string | null } | null
type Stated = {
  metric: string
  effect: 'improvement' | 'regression'
  value: number | readonly number[] | null
  unit: string | null
  baseline: Quantity
  after: Quantity
}

/** How a claim was understood: "time, improvement: 12 min to 4 min". */
export function quantityInWords({ metric, effect, value, unit, baseline, after }: Stated): string {
  const amount = (number: number, of: string | null) => `${formatCount(number)}${of === null ? '' : ` ${of}`}`
  const sides =
    baseline && after ? [`${amount(baseline.value, baseline.unit)} to ${amount(after.value, after.unit)}`] : []
  const level = !baseline && after ? [`now ${amount(after.value, after.unit)}`] : []
  const change =
    value === null
      ? []
      : [
          `by ${typeof value === 'number' ? amount(value, unit) : `${formatCount(value[0] ?? 0)} to ${amount(value[1] ?? 0, unit)}`}`,
        ]
  return `${metric.replaceAll('_', ' ')}, ${effect}: ${[...change, ...sides, ...level].join(', ') || 'no amount'}`
}
