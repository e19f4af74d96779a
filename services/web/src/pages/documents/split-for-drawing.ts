type Span = { start: number; end: number }

/** Characters of a part; the browser lays out only the parts in view. */
const PART = 4_000

/**
 * Cuts a long text into parts that end with a line, and gives each the marks that lie in it, by its own offsets.
 * The parts together are the text.
 */
export function splitForDrawing<M extends Span>(
  text: string,
  marks: readonly M[],
  length = PART,
): { start: number; text: string; marks: M[] }[] {
  const parts: { start: number; text: string; marks: M[] }[] = []
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start + length)
    const end = lineEnd === -1 ? text.length : lineEnd + 1
    parts.push({
      start,
      text: text.slice(start, end),
      marks: sorted
        .filter((mark) => mark.start < end && mark.end > start)
        .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    })
    start = end
  }
  return parts
}
