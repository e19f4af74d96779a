import { RateLimited } from '@assay/contracts'
import { expect, test } from '@jest/globals'
import type { Clock } from '../clock.ts'
import { pointsPerMinute, type RateBudget, requestsAtOnce } from '../rate-budget.ts'
import { createTestClock } from './collect-like-a-job.ts'

type Made = { readonly budget: RateBudget; readonly clock: Clock & { advanceTo(time: number): void } }

/** What every rate budget holds to; `make` gives an empty one that goes by the clock beside it. */
export const rateBudgetContract = (make: (clock: Made['clock']) => Promise<RateBudget> | RateBudget): void => {
  const start = async (): Promise<Made> => {
    const clock = createTestClock()
    return { clock, budget: await make(clock) }
  }
  const inMs = (clock: Clock, ms: number) => new Date(clock.now() + ms)

  test('a closed resource is refused until it opens, for its account only', async () => {
    const { budget, clock } = await start()
    const until = inMs(clock, 60_000)
    await budget.closeUntil('ada', 'graphql', until)

    await expect(budget.take('ada', 'graphql', 1)).rejects.toMatchObject({ code: 'RATE_LIMITED', resetAt: until })
    await (await budget.take('ada', 'rest', 1))()
    await (await budget.take('grace', 'graphql', 1))()
    clock.advanceTo(until.getTime())
    await (await budget.take('ada', 'graphql', 1))()
  })

  test('closing all closes every resource', async () => {
    const { budget, clock } = await start()
    await budget.closeUntil('ada', 'all', inMs(clock, 1_000))
    await expect(budget.take('ada', 'graphql', 1)).rejects.toBeInstanceOf(RateLimited)
    await expect(budget.take('ada', 'rest', 1)).rejects.toBeInstanceOf(RateLimited)
  })

  test('an earlier end does not shorten a longer one', async () => {
    const { budget, clock } = await start()
    const until = inMs(clock, 60_000)
    await budget.closeUntil('ada', 'rest', until)
    await budget.closeUntil('ada', 'rest', inMs(clock, 1_000))
    await expect(budget.take('ada', 'rest', 1)).rejects.toMatchObject({ resetAt: until })
  })

  test('what GitHub says is left is shared, and when it is spent everybody waits for the reset', async () => {
    const { budget, clock } = await start()
    const resetAt = inMs(clock, 3_600_000)
    await budget.observe('ada', 'graphql', { remaining: 2, resetAt })
    await (await budget.take('ada', 'graphql', 2))()
    await expect(budget.take('ada', 'graphql', 1)).rejects.toMatchObject({ resetAt })
    clock.advanceTo(resetAt.getTime())
    await (await budget.take('ada', 'graphql', 1))()
  })

  test('an answer that was overtaken by a later one does not give points back', async () => {
    const { budget, clock } = await start()
    const resetAt = inMs(clock, 3_600_000)
    await budget.observe('ada', 'rest', { remaining: 0, resetAt })
    await budget.observe('ada', 'rest', { remaining: 40, resetAt })
    await expect(budget.take('ada', 'rest', 1)).rejects.toMatchObject({ resetAt })
  })

  test('a new hour replaces what was left of the old one', async () => {
    const { budget, clock } = await start()
    await budget.observe('ada', 'rest', { remaining: 0, resetAt: inMs(clock, 1_000) })
    await budget.observe('ada', 'rest', { remaining: 5_000, resetAt: inMs(clock, 3_601_000) })
    await (await budget.take('ada', 'rest', 1))()
  })

  test('no more requests run at once than there are places, and a place that is freed twice is one', async () => {
    const { budget } = await start()
    const held = await Promise.all(Array.from({ length: requestsAtOnce }, () => budget.take('ada', 'graphql', 1)))
    let isIn = false
    const next = budget.take('ada', 'rest', 1).then((release) => {
      isIn = true
      return release
    })
    await turns(20)
    expect(isIn).toBe(false)
    const [first] = held
    await first?.()
    await first?.()
    await (await next)()
    for (const release of held) await release()
  })

  test.each(['graphql', 'rest'] as const)('the points of a minute are kept for %s', async (resource) => {
    const { budget, clock } = await start()
    const begun = clock.now()
    for (let spent = 0; spent < pointsPerMinute[resource]; spent += 100) {
      await (await budget.take('ada', resource, 100))()
    }
    expect(clock.now()).toBe(begun)
    await (await budget.take('ada', resource, 100))()
    expect(clock.now() - begun).toBeGreaterThanOrEqual(60_000)
  })

  test('a resource that closes while somebody waits for a place is closed for them too', async () => {
    const { budget, clock } = await start()
    const held = await Promise.all(Array.from({ length: requestsAtOnce }, () => budget.take('ada', 'rest', 1)))
    const waiting = budget.take('ada', 'rest', 1)
    const outcome = expect(waiting).rejects.toBeInstanceOf(RateLimited)
    await turns(2)
    await budget.closeUntil('ada', 'rest', inMs(clock, 3_600_000))
    for (const release of held) await release()
    await outcome
  })

  test('who waits for a place stops when told to', async () => {
    const { budget } = await start()
    const held = await Promise.all(Array.from({ length: requestsAtOnce }, () => budget.take('ada', 'rest', 1)))
    const stop = new AbortController()
    const waiting = budget.take('ada', 'rest', 1, stop.signal)
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    for (const release of held) await release()
  })
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
