import type { ReactNode } from 'react'
import { webAddress } from './web-address.ts'

/** A link out of the console; what is no web address stays text, whoever wrote it. */
export function ExternalLink({ href, children }: { href: string | null; children: ReactNode }) {
  const address = href === null ? null : webAddress(href)
  if (address === null) return <span>{children}</span>
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
