import { formatEstimate, formatShare } from '../../ui/amounts.ts'

/** How much is known of a number that a value was computed with, in words. */
export function assumptionInWords(distribution: Record<string, unknown>): string {
  const at = (name: string) => {
    const value = distribution[name]
    return typeof value === 'number' ? formatEstimate(value) : '?'
  }
  switch (distribution.kind) {
    case 'fixed':
      return at('value')
    case 'uniform':
      return `${at('low')} to ${at('high')}, all as likely`
    case 'triangular':
      return `${at('low')} to ${at('high')}, most likely ${at('mode')}`
    case 'lognormal':
      return `${at('p10')} to ${at('p90')} in 8 of 10 cases`
    case 'skewed':
      return `${at('p50')}, and ${at('p5')} to ${at('p95')} in 9 of 10 cases`
    case 'beta': {
      const { a, b } = distribution
      return typeof a === 'number' && typeof b === 'number' ? `a share of about ${formatShare(a / (a + b))}` : '?'
    }
    default:
      return 'unknown'
  }
}
