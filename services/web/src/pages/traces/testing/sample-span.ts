import type { TracedSpan } from '../span-tree.ts'

/** A span of a test; `at` is when it began and ended, in milliseconds. */
export const sampleSpan = (
  spanId: string,
  [start, end]: readonly [number, number],
  more: Partial<TracedSpan> = {},
): TracedSpan => ({
  spanId,
  parentSpanId: null,
  service: 'collector',
  name: `process ${spanId}`,
  kind: 'internal',
  startedAtNs: String(1_760_000_000_000_000_000n + BigInt(start) * 1_000_000n),
  durationNs: String(BigInt(end - start) * 1_000_000n),
  status: 'unset',
  statusMessage: null,
  attributes: {},
  events: [],
  links: [],
  ...more,
})
