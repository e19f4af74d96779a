/** A span as the API tells it: times are decimal nanoseconds since 1970. */
export type TracedSpan = {
  spanId: string
  parentSpanId: string | null
  service: string
  name: string
  kind: string
  startedAtNs: string
  durationNs: string
  status: string
  statusMessage: string | null
  attributes: Record<string, unknown>
  events: unknown[]
  links: unknown[]
}

/** What a bar stands for. */
type BarKind = 'work' | 'wait' | 'failed'

/** A span in its place below the one that caused it; times are milliseconds since the first of all. */
export type SpanNode = {
  span: TracedSpan
  bar: BarKind
  startMs: number
  endMs: number
  /** The end of it and of all below it: what it caused may go on when it is over. */
  lastMs: number
  depth: number
  children: SpanNode[]
}

const NS_PER_MS = 1e6

/**
 * Spans as trees, each level by its start. A span whose parent is not among them stands at the top, and so does one of
 * a circle, which broken clients can make.
 */
export function spanTrees(spans: readonly TracedSpan[]): SpanNode[] {
  const first = spans.reduce(
    (least, { startedAtNs }) => {
      const at = BigInt(startedAtNs)
      return least === null || at < least ? at : least
    },
    null as bigint | null,
  )
  const nodes = new Map(spans.map((span) => [span.spanId, toNode(span, first ?? 0n)]))
  const tops: SpanNode[] = []
  for (const node of nodes.values()) {
    const parent = node.span.parentSpanId === null ? undefined : nodes.get(node.span.parentSpanId)
    if (parent) parent.children.push(node)
    else tops.push(node)
  }
  const byStart = (a: SpanNode, b: SpanNode) => a.startMs - b.startMs
  const ordered = new Set<SpanNode>()
  // Without recursion, as chains of retries can be deeper than the stack.
  const place = (top: SpanNode) => {
    const open = [top]
    ordered.add(top)
    for (let node = open.pop(); node; node = open.pop()) {
      node.children = node.children.filter((child) => !ordered.has(child)).sort(byStart)
      for (const child of node.children) {
        child.depth = node.depth + 1
        ordered.add(child)
        open.push(child)
      }
    }
  }
  for (const top of tops) place(top)
  for (const node of nodes.values()) {
    if (ordered.has(node)) continue
    tops.push(node)
    place(node)
  }
  for (const node of [...ordered].reverse())
    node.lastMs = node.children.reduce((last, child) => Math.max(last, child.lastMs), node.endMs)
  return tops.toSorted(byStart)
}

function toNode(span: TracedSpan, first: bigint): SpanNode {
  const startMs = Number(BigInt(span.startedAtNs) - first) / NS_PER_MS
  const endMs = startMs + Number(BigInt(span.durationNs)) / NS_PER_MS
  return { span, bar: barOf(span), startMs, endMs, lastMs: endMs, depth: 0, children: [] }
}

function barOf({ name, status }: TracedSpan): BarKind {
  if (status === 'error') return 'failed'
  return name.startsWith('wait ') ? 'wait' : 'work'
}

/** All nodes from the top down, without those below a closed one. */
export function openNodes(tops: readonly SpanNode[], closed: ReadonlySet<string>): SpanNode[] {
  const shown: SpanNode[] = []
  const open = tops.toReversed()
  for (let node = open.pop(); node; node = open.pop()) {
    shown.push(node)
    if (!closed.has(node.span.spanId)) open.push(...node.children.toReversed())
  }
  return shown
}

/** The ids of all that a node lies below, so that they can be opened. */
export function idsAbove(tops: readonly SpanNode[], spanId: string): string[] {
  const nodes = new Map(openNodes(tops, new Set()).map((node) => [node.span.spanId, node]))
  const above: string[] = []
  let at = nodes.get(spanId)?.span.parentSpanId
  while (at && nodes.has(at) && !above.includes(at)) {
    above.push(at)
    at = nodes.get(at)?.span.parentSpanId
  }
  return above
}
