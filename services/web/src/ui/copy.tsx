import { useState } from 'react'
import { Button } from './button.tsx'

/** Puts a text on the clipboard, and says so on the button itself. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    )
  return (
    <Button onClick={() => void copy()}>
      <span aria-live="polite">{copied === text ? 'Copied' : children}</span>
    </Button>
  )
}
