import { setTimeout as wait } from 'node:timers/promises'

const BETWEEN_LOOKS_MS = 15

/** Looks until `condition` holds. @throws after `timeoutMs`, saying what was waited for. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  { timeoutMs = 15_000, describe = 'a condition' }: { timeoutMs?: number; describe?: string } = {},
): Promise<void> {
  const endsAt = performance.now() + timeoutMs
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error(`Waited ${timeoutMs} ms in vain for ${describe}`)
    await wait(BETWEEN_LOOKS_MS)
  }
}
