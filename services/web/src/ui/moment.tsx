const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' })
const SHORT = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** A moment in the reader's own time; the zone and the seconds are in its title. */
export function Moment({ at, as = 'time' }: { at: string | null | undefined; as?: 'time' | 'day' | 'exact' }) {
  if (!at) return <span>—</span>
  const date = new Date(at)
  const text = { time: SHORT, day: DAY, exact: EXACT }[as].format(date)
  return (
    <time dateTime={at} title={EXACT.format(date)}>
      {text}
    </time>
  )
}

const UNITS = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1_000 },
] as const

/** A length of time in its largest unit, to three digits at most: "340 ms", "1.2 s", "3 h". */
export function formatDuration(ms: number): string {
  const unit = UNITS.find((candidate) => ms >= candidate.ms)
  if (!unit) return `${Math.round(ms)} ms`
  const count = ms / unit.ms
  return `${count < 10 ? Number(count.toFixed(1)) : Math.round(count)} ${unit.name}`
}

/** How long the first in a queue has waited; a dash where nobody waits. */
export const formatWait = (seconds: number): string => (seconds > 0 ? formatDuration(seconds * 1_000) : '—')
