/** The part of a trace that is looked at. Milliseconds since its first span. */
export type TimeWindow = { fromMs: number; toMs: number }

/** Nothing finer is told by the clocks of several processes. */
const FINEST_MS = 0.01

/** The window made larger or smaller around a moment, within the whole. */
export function zoomed({ fromMs, toMs }: TimeWindow, whole: TimeWindow, factor: number, aroundMs: number): TimeWindow {
  const center = Math.min(toMs, Math.max(fromMs, aroundMs))
  const length = Math.max(FINEST_MS, (toMs - fromMs) * factor)
  const share = (center - fromMs) / (toMs - fromMs || 1)
  return within({ fromMs: center - share * length, toMs: center + (1 - share) * length }, whole)
}

/** The window moved by a share of its own length. */
export function moved({ fromMs, toMs }: TimeWindow, whole: TimeWindow, share: number): TimeWindow {
  const by = share * (toMs - fromMs)
  return within({ fromMs: fromMs + by, toMs: toMs + by }, whole)
}

/** Kept inside the whole without becoming shorter, where it fits. */
function within({ fromMs, toMs }: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = Math.min(toMs - fromMs, whole.toMs - whole.fromMs)
  const from = Math.min(Math.max(fromMs, whole.fromMs), whole.toMs - length)
  return { fromMs: from, toMs: from + length }
}

/** Round moments that divide a window, at most `count` of them. */
export function ticksOf({ fromMs, toMs }: TimeWindow, count: number): number[] {
  const least = (toMs - fromMs) / count
  if (!(least > 0)) return []
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= least) ?? 10 * power
  const first = Math.ceil(fromMs / step)
  const last = Math.floor(toMs / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step)
}
