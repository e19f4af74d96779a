const SENDERS = 10_000

/** Counts what senders get wrong, in windows of time. What they get right is not counted. */
export function createFailureLimit({
  max,
  windowMs,
  now = () => performance.now(),
}: {
  /** Failures that a sender may have in a window. */
  max: number
  windowMs: number
  now?: () => number
}) {
  const senders = new Map<string, { failures: number; until: number }>()

  return {
    note(sender: string): void {
      const known = senders.get(sender)
      if (known && known.until > now()) {
        known.failures += 1
        return
      }
      // The oldest goes, so that senders without number fill no memory.
      const [oldest] = senders.keys()
      if (senders.size >= SENDERS && oldest !== undefined) senders.delete(oldest)
      senders.delete(sender)
      senders.set(sender, { failures: 1, until: now() + windowMs })
    },
    /** Seconds until a sender that failed too often may go on; 0 for all others. */
    secondsToWait(sender: string): number {
      const known = senders.get(sender)
      if (!known || known.failures <= max) return 0
      return Math.max(0, Math.ceil((known.until - now()) / 1_000))
    },
  }
}
