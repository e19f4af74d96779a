import { useEffect, useRef, useState } from 'react'
import { TextField } from './field.tsx'

const PAUSE_MS = 250

/** A line of text that counts once its writer pauses or presses Enter, and only if it makes sense. */
export function TypedField({
  text = '',
  onText,
  accepts = () => true,
  ...field
}: { text: string | undefined; onText: (text: string) => void; accepts?: (text: string) => boolean } & Omit<
  Parameters<typeof TextField>[0],
  'rows'
>) {
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  if (text !== known) {
    setKnown(text)
    setTyped(text)
  }
  const meant = typed.trim()
  const isNews = meant !== known && accepts(meant)
  const newest = useRef(onText)
  newest.current = onText
  useEffect(() => {
    if (!isNews) return
    const timer = setTimeout(() => newest.current(meant), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [meant, isNews])
  return (
    <TextField
      maxLength={200}
      {...field}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter' && isNews) onText(meant)
        if (key === 'Escape') currentTarget.blur()
      }}
    />
  )
}
