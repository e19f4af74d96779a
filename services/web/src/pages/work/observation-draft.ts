import type { paths } from '@assay/client'
import type { Claim } from './work-queries.ts'

type Request = paths['/api/v2/pull-requests/{id}/observations']['post']['requestBody']['content']['application/json']

/** What somebody fills in of a measurement; all of it text, as it stands in the fields. */
type ObservationDraft = { value: string; unit: string; measuredAt: string; link: string; quote: string }

/** Empty but for what the claim and the clock suggest. */
export const observationDraftOf = ({ after, unit }: Pick<Claim, 'after' | 'unit'>, now: Date): ObservationDraft => ({
  value: '',
  unit: after?.unit ?? unit ?? '',
  measuredAt: new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS).toISOString(),
  link: '',
  quote: '',
})

const MINUTE_MS = 60_000

/** The same as the API takes it, or what is missing. */
export function toObservation(
  claim: string | number,
  { value, unit, measuredAt, link, quote }: ObservationDraft,
): Request | { missing: string } {
  const measured = Number(value)
  if (value.trim() === '' || !Number.isFinite(measured)) return { missing: 'Give the number that was measured.' }
  if (measuredAt === '') return { missing: 'Say when it was measured.' }
  if (link.trim() === '' && quote.trim() === '') return { missing: 'Give a link or a quote that shows it.' }
  return {
    claim,
    value: measured,
    unit: unit.trim() || null,
    measuredAt,
    ...(link.trim() ? { link: link.trim() } : {}),
    ...(quote.trim() ? { quote: quote.trim() } : {}),
  }
}
