import { setTimeout as wait } from 'node:timers/promises'

/** Resolves when the thing checked can be used; throws why not. */
export type HealthCheck = () => Promise<void>

export type CheckResult = { ok: boolean; ms: number; error?: string }

export type HealthReport = {
  status: 'ok' | 'failing' | 'draining'
  service: string
  version: string
  uptimeSeconds: number
  checks: Record<string, CheckResult>
}

export type Health = {
  report(): Promise<HealthReport>
  /** From now on the process says that it takes no more work. */
  setDraining(): void
}

const CHECK_TIMEOUT_MS = 2_000

export function createHealth({
  service,
  version,
  checks,
}: {
  service: string
  version: string
  checks: Readonly<Record<string, HealthCheck>>
}): Health {
  let isDraining = false
  return {
    async report() {
      const names = Object.keys(checks)
      const results = await Promise.all(Object.values(checks).map(runCheck))
      const isOk = results.every(({ ok }) => ok)
      return {
        status: isDraining ? 'draining' : isOk ? 'ok' : 'failing',
        service,
        version,
        uptimeSeconds: Math.round(process.uptime()),
        checks: Object.fromEntries(names.map((name, at) => [name, results[at] ?? { ok: false, ms: 0 }])),
      }
    },
    setDraining() {
      isDraining = true
    },
  }
}

async function runCheck(check: HealthCheck): Promise<CheckResult> {
  const startedAt = performance.now()
  const elapsed = () => Math.round(performance.now() - startedAt)
  const timeout = new AbortController()
  const tooLate = wait(CHECK_TIMEOUT_MS, undefined, { signal: timeout.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)
  })
  try {
    await Promise.race([check(), tooLate])
    return { ok: true, ms: elapsed() }
  } catch (error) {
    return { ok: false, ms: elapsed(), error: error instanceof Error ? error.message : String(error) }
  } finally {
    timeout.abort()
    tooLate.catch(() => {})
  }
}
