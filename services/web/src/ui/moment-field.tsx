import { TextField } from './field.tsx'

const MINUTE_MS = 60_000

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
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      required={required}
      type="datetime-local"
      step={1}
      value={localText(at)}
      onChange={({ target }) => onAt(target.value ? new Date(target.value).toISOString() : '')}
    />
  )
}

/** As such a field wants it: to the second, without its zone. */
function localText(at: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 19)
}
