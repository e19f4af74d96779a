import { useEffect, useState } from 'react'
import { formatDuration } from './moment.tsx'

const TICK_MS = 1_000

/** The present, renewed each second while it is asked to run. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}

/** How long it took from one moment to another or, without the other, to the present. */
export function Elapsed({ from, to }: { from: string; to: string | null }) {
  const now = useNow(to === null)
  const ms = (to === null ? now : Date.parse(to)) - Date.parse(from)
  // What goes on is told by the second.
  if (to === null) return <>{ms < TICK_MS ? '0 s' : formatDuration(Math.floor(ms / TICK_MS) * TICK_MS)}</>
  return <>{formatDuration(Math.max(0, ms))}</>
}
