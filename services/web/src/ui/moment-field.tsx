import { TextField } from './field.tsx'

const MINUTE_MS = 60_000
const TO_THE_MINUTE = '2026-11-20T06:00'.length

/** A date and time in the reader's own zone, kept as an ISO 8601 moment; empty is none. */
export function MomentField({
  at,
  onAt,
  label,
  hint,
  error,
  required,
}: Pick<Parameters<typeof TextField>[0], 'label' | 'hint' | 'error' | 'required'> & {
  at: string
  onAt: (at: string) => void
}) {
  const text = localText(at)
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      required={required}
      type="datetime-local"
      step={text.length > TO_THE_MINUTE ? 1 : undefined}
      value={text}
      onChange={({ target }) => onAt(target.value ? new Date(target.value).toISOString() : '')}
    />
  )
}

/** As such a field wants it: without its zone, with seconds where there are some. */
function localText(at: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  const local = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString()
  return local.slice(0, date.getTime() % MINUTE_MS === 0 ? TO_THE_MINUTE : TO_THE_MINUTE + ':00'.length)
}
