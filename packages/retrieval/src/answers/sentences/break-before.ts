/** Better places first. Each match ends where the next chunk may begin. */
const boundaries = [/\n[ \t]*\n\s*/g, /\n/g, /[.!?…。！？]["')\]]*\s+/g, /\s+/g] as const

/**
 * The best place to end a chunk that begins at `start` and may reach `limit`. Only the second half is looked at,
 * so that a chunk is never less than half full for the sake of a nicer end. Without any boundary it cuts at the limit.
 */
export const breakBefore = (text: string, start: number, limit: number): number => {
  const from = start + Math.ceil((limit - start) / 2)
  const window = text.slice(from, limit)
  for (const boundary of boundaries) {
    const last = [...window.matchAll(boundary)].at(-1)
    if (last) return from + last.index + last[0].length
  }
  return beforePair(text, start, limit)
}

const beforePair = (text: string, start: number, at: number): number => {
  const splitsPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
  return splitsPair && at - 1 > start ? at - 1 : at
}
