/** The address if a browser may follow it: http or https; null for `javascript:`, `data:` and what is none. */
export function webAddress(text: string): string | null {
  const url = URL.parse(text)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}
