export type Mark = { start: number; end: number }

/** Cuts a text wherever a mark begins or ends; each piece tells the marks that it lies in. */
export function cutAtMarks<M extends Mark>(
  text: string,
  marks: readonly M[],
): { start: number; end: number; within: M[] }[] {
  const inside = marks.filter(({ start, end }) => start < end && start < text.length && end > 0)
  const cuts = new Set([0, text.length])
  for (const { start, end } of inside) {
    cuts.add(Math.max(0, start))
    cuts.add(Math.min(text.length, end))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0
    return { start, end, within: inside.filter((mark) => mark.start < end && mark.end > start) }
  })
}
