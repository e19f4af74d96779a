import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { waitFor } from './wait-for.ts'

export type TestProcess = {
  readonly pid: number
  readonly lines: readonly string[]
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>
  kill(signal: NodeJS.Signals): void
  waitForLine(pattern: RegExp, timeoutMs?: number): Promise<string>
}

/** Runs a TypeScript file as a process of its own, with only the given environment. */
export function spawnProcess(file: string, env: Record<string, string> = {}, args: string[] = []): TestProcess {
  const child: ChildProcess = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => lines.push(line))
  }
  return {
    pid: child.pid ?? -1,
    lines,
    ended: new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal ?? -1))),
    kill: (signal) => child.kill(signal),
    async waitForLine(pattern, timeoutMs = 20_000) {
      await waitFor(() => lines.some((line) => pattern.test(line)), {
        timeoutMs,
        describe: `${file} to print ${pattern}; it printed:\n${lines.slice(-20).join('\n')}`,
      })
      return lines.find((line) => pattern.test(line)) ?? ''
    },
  }
}
