/** A word as a POSIX shell reads it back, whatever is in it. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** The same request at a command line; the key comes from the environment, so that none is ever copied. */
export function curlOf(origin: string, body: unknown, idempotencyKey = ''): string {
  const lines = [
    `curl -sS ${shellQuoted(`${origin}/api/v2/jobs`)}`,
    '-H "authorization: Bearer $ASSAY_API_KEY"',
    "-H 'content-type: application/json'",
    ...(idempotencyKey ? [`-H ${shellQuoted(`idempotency-key: ${idempotencyKey}`)}`] : []),
    `-d ${shellQuoted(JSON.stringify(body))}`,
  ]
  return lines.join(' \\\n  ')
}
