import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Attempt, errorGroups, timeline } from './timeline.ts'

const START = Date.parse('2026-11-20T06:00:00Z')
const at = (ms: number) => new Date(START + ms).toISOString()
const attempt = (from: number, to: number | null, code?: string): Attempt =>
  ({
    attempt: 1,
    outcome: to === null ? 'running' : code ? 'failed' : 'succeeded',
    worker: 'w',
    startedAt: at(from),
    finishedAt: to === null ? null : at(to),
    error: code ? { code, message: 'm', retryable: true } : null,
  }) as Attempt

test('a job waits, fails, waits and runs', () => {
  const job = { createdAt: at(0), state: 'running' as const, attempts: [attempt(10, 30, 'X'), attempt(50, null)] }
  expect(timeline(job, START + 80).map(({ as, from, to }) => [as, from - START, to - START])).toEqual([
    ['wait', 0, 10],
    ['attempt', 10, 30],
    ['wait', 30, 50],
    ['attempt', 50, 80],
  ])
})

test('a job that has not begun only waits, and one that has ended does not wait any more', () => {
  expect(timeline({ createdAt: at(0), state: 'queued', attempts: [] }, START + 5)).toHaveLength(1)
  expect(timeline({ createdAt: at(0), state: 'cancelled', attempts: [] }, START + 5)).toEqual([])
})

test('whatever clocks of workers say, the parts follow each other without holes', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 })))
  fc.assert(
    fc.property(spans, (given) => {
      const attempts = given.map(([from, length]) => attempt(from, from + length))
      const segments = timeline({ createdAt: at(0), state: 'retrying', attempts }, START + 3_000)
      segments.forEach(({ from, to }, index) => {
        expect(from).toBe(segments[index - 1]?.to ?? START)
        expect(to).toBeGreaterThanOrEqual(from)
      })
    }),
  )
})

test('attempts that failed alike are one error, the last one first', () => {
  const groups = errorGroups([attempt(0, 1, 'A'), attempt(2, 3, 'B'), attempt(4, 5, 'A'), attempt(6, 7)])
  expect(groups.map(({ error, attempts }) => [error.code, attempts.length])).toEqual([
    ['A', 2],
    ['B', 1],
  ])
})
