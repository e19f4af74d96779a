import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

const NAMES = ['gateway', 'collector', 'indexer', 'scorer'] as const
type ServiceName = (typeof NAMES)[number]

export type Services = {
  /** Undefined while it is being started again. */
  pidOf(service: ServiceName): number | undefined
  /** SIGTERM lets them finish what they are at; SIGKILL does not. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000

/** Starts every service as a process of its own and starts one that ends by itself again. */
export function startServices({
  root,
  logs,
  env,
  onCrash,
}: {
  root: string
  logs: string
  env: NodeJS.ProcessEnv
  onCrash: (service: string, log: string) => void
}): Services {
  const running = new Map<string, ChildProcess>()
  let isStopping = false

  const start = (name: string, pauseMs = FIRST_PAUSE_MS) => {
    const log = join(logs, `${name}.log`)
    const file = openSync(log, 'a', 0o600)
    const child = spawn(process.execPath, [join(root, 'services', name, 'src/main.ts')], {
      env,
      cwd: root,
      // A session of its own, so that Ctrl-C reaches only us; the channel tells it when we are gone.
      detached: true,
      stdio: ['ignore', file, file, 'ipc'],
    })
    closeSync(file)
    running.set(name, child)
    child.on('exit', () => {
      running.delete(name)
      if (isStopping) return
      onCrash(name, log)
      setTimeout(() => !isStopping && start(name, Math.min(pauseMs * 2, LONGEST_PAUSE_MS)), pauseMs)
    })
  }
  for (const name of NAMES) start(name)

  return {
    pidOf: (service) => running.get(service)?.pid,
    async stop(signal) {
      isStopping = true
      const children = [...running.values()]
      for (const child of children) child.kill(signal)
      await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')))
    },
  }
}
