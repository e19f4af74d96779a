/** An address that can only be gone to: http or https, without a password. Null for everything else. */
export const safeUrl = (text: string): string | null => {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.href
}
