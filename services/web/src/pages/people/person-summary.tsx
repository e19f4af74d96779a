import { Link } from '@tanstack/react-router'
import { formatCount, formatEstimate, formatHours, formatMoney, formatTenths } from '../../ui/amounts.ts'
import { Facts, Section } from '../../ui/page.tsx'
import { Distribution } from './distribution.tsx'
import type { Summary } from './people-queries.ts'

type Range = { low: number; mid: number; high: number }
type Quantiles = { p10: number; p50: number; p90: number }

const between = ({ low, mid, high }: Range, format: (value: number) => string) =>
  `${format(mid)} (${format(low)} to ${format(high)})`
const money = ({ p10, p50, p90 }: Quantiles, format: (value: number) => string) =>
  between({ low: p10, mid: p50, high: p90 }, format)

function quartilesInWords(quartiles: readonly number[] | null): string {
  const [lower, middle, upper] = (quartiles ?? []).map(formatTenths)
  return middle === undefined ? 'none is scored' : `half lie between ${lower} and ${upper}, the middle one at ${middle}`
}

/** What one person's work of a period comes to, with how sure that is. */
export function PersonSummary({
  person: { key, pullRequests, announced, effort, significance, value },
  period,
}: {
  person: Summary
  period: { from: string | undefined; to: string | undefined }
}) {
  const { quartiles, histogram } = significance
  const days = { ...(period.from ? { from: period.from } : {}), ...(period.to ? { to: period.to } : {}) }
  const format = formatMoney(value?.currency ?? '')
  return (
    <Section
      title={key}
      actions={
        <Link to="/pull-requests" search={{ author: key, ...days }}>
          {formatCount(pullRequests)} pull requests
        </Link>
      }
    >
      <Distribution histogram={histogram} quartiles={quartiles} />
      <Facts
        facts={[
          ['Would be announced', between(announced, formatEstimate)],
          ['Significance', quartilesInWords(quartiles)],
          [
            'Hours',
            effort
              ? `${between(effort, formatHours)}, of the ${formatCount(effort.estimated)} that could be estimated`
              : 'unknown',
          ],
          [
            'Valued in money',
            value
              ? `${formatCount(value.valued)} of ${formatCount(value.of)}; the others are unknown, not 0`
              : 'no prices are declared',
          ],
          ...(value?.recurring ? [['A year', money(value.recurring, format)] as const] : []),
          ...(value?.oneTime ? [['Once', money(value.oneTime, format)] as const] : []),
        ]}
      />
    </Section>
  )
}
