import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** The peak memory and processor time of this process's children, from /proc; zeros on other systems than Linux. */
export function childUsage(): { megabytes: number; cpuSeconds: number } {
  let megabytes = 0
  let cpuSeconds = 0
  try {
    for (const thread of readdirSync(`/proc/${process.pid}/task`))
      for (const child of readFileSync(`/proc/${process.pid}/task/${thread}/children`, 'utf8').split(' ')) {
        if (child.trim() === '') continue
        const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]
        const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
        megabytes = Math.max(megabytes, Number(peak ?? 0) / 1024)
        cpuSeconds += (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND
      }
  } catch {
    // The child has just ended, or there is no /proc.
  }
  return { megabytes, cpuSeconds }
}
