import type { SpanNode } from './span-tree.ts'

/** A piece of time in which everything else waited for this span. Milliseconds. */
export type CriticalPiece = { spanId: string; startMs: number; endMs: number }

/**
 * What decided how long it all took, from the first start to the last end: at each moment the span that the end waited
 * for, which is the innermost of those that ended last. A shorter piece of the path would have made the whole shorter.
 */
export function criticalPath(tops: readonly SpanNode[]): CriticalPiece[] {
  const pieces: CriticalPiece[] = []
  const last = tops.reduce((latest, { lastMs }) => Math.max(latest, lastMs), Number.NEGATIVE_INFINITY)
  // Each step goes back in time; what is on the stack goes on where its children leave off.
  const open: { node: SpanNode | null; children: SpanNode[] }[] = [{ node: null, children: byLast(tops) }]
  let cursor = last
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const next = lastBefore(at.children, cursor)
    const from = next ? Math.min(cursor, next.lastMs) : Number.NEGATIVE_INFINITY
    if (at.node) {
      const startMs = Math.max(from, at.node.startMs)
      const endMs = Math.min(cursor, at.node.endMs)
      if (endMs > startMs) pieces.push({ spanId: at.node.span.spanId, startMs, endMs })
      cursor = Math.min(cursor, Math.max(startMs, at.node.startMs))
    }
    if (next) {
      cursor = Math.min(cursor, from)
      open.push({ node: next, children: byLast(next.children) })
    } else open.pop()
  }
  return pieces.reverse()
}

const byLast = (nodes: readonly SpanNode[]) => nodes.toSorted((a, b) => a.lastMs - b.lastMs)

/** Takes the one that ended last of those that began before a moment; later ones did not hold it up. */
function lastBefore(sorted: SpanNode[], moment: number): SpanNode | undefined {
  for (let node = sorted.pop(); node; node = sorted.pop()) {
    if (node.startMs < moment) return node
  }
  return undefined
}
