import { readFile, writeFile } from 'node:fs/promises'

export type ProcessMemory = { readonly nowMb: number; readonly peakMb: number }

/** What a process holds in memory and held at most since `forgetPeak`, as Linux counts it (proc(5)). */
export async function readMemory(pid: number): Promise<ProcessMemory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm'))?.[1] ?? 0) / 1_024
  return { nowMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') }
}

export const forgetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, '5')
