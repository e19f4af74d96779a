import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

export type Measured = { seconds: number; megabytes: number; output: string }

const LOOK_EVERY_MS = 20

/** Runs a command to its end, its output read as a pipe would; memory is the largest resident set of that one process. */
export async function measure(command: string, args: string[]): Promise<Measured> {
  const startedAt = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', (part: Buffer) => {
    // Results are short; the output of git log is only drained.
    if (output.length < 100_000) output += part.toString('latin1')
  })
  let kilobytes = 0
  const looking = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    kilobytes = Math.max(kilobytes, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0))
  }, LOOK_EVERY_MS)
  const [code] = await once(child, 'close')
  clearInterval(looking)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - startedAt) / 1_000, megabytes: kilobytes / 1_024, output }
}
