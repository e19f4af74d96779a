import type { WaitingJob } from '@assay/db'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chooseAdmissions, countDepths, queuePriority } from './choose-admissions.ts'

const now = new Date('2026-01-01T12:00:00Z')
const settings = { window: 100, ageingStepMs: 30_000, now }
const empty = () => countDepths([])

const waiting = (overrides: Partial<WaitingJob> & { id: string }): WaitingJob => ({
  epoch: 0,
  kind: 'work',
  queue: 'q',
  priority: 2,
  workspace: 'acme',
  readyAt: now,
  traceparent: null,
  ...overrides,
})
const order = (jobs: WaitingJob[]) =>
  chooseAdmissions(jobs, empty(), settings)
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ id }) => id)

test('workspaces take turns, however much one of them has submitted', () => {
  const hog = Array.from({ length: 5 }, (_, n) => waiting({ id: `hog${n}`, workspace: 'hog' }))
  expect(order([...hog, waiting({ id: 'small', workspace: 'small' })]).indexOf('small')).toBeLessThan(2)
})

test('what already stands in the queue counts in the turn', () => {
  const depths = countDepths([{ queue: 'q', priority: 2, workspace: 'hog', enqueued: 10 }])
  const admitted = chooseAdmissions(
    [waiting({ id: 'hog', workspace: 'hog' }), waiting({ id: 'small', workspace: 'small' })],
    depths,
    settings,
  )
  expect(admitted).toEqual([
    { id: 'small', priority: queuePriority(2, 0) },
    { id: 'hog', priority: queuePriority(2, 10) },
  ])
})

test('a sooner class goes first', () => {
  expect(order([waiting({ id: 'low', priority: 3 }), waiting({ id: 'urgent', priority: 0 })])).toEqual([
    'urgent',
    'low',
  ])
})

test('a low job that has waited long enough goes before a new normal one', () => {
  const aged = waiting({ id: 'aged', priority: 3, readyAt: new Date(now.getTime() - 60_000) })
  expect(order([waiting({ id: 'new' }), aged])).toEqual(['aged', 'new'])
})

const anyJob = fc.record({
  priority: fc.nat(3),
  workspace: fc.constantFrom('a', 'b', 'c'),
  queue: fc.constantFrom('p', 'q'),
  waitedMs: fc.nat(300_000),
})

test('for any backlog the window of a class is never overrun, nothing is admitted twice, and room is not left unused', () => {
  fc.assert(
    fc.property(fc.array(anyJob, { maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (specs, window) => {
      const jobs = specs.map(({ waitedMs, ...lane }, n) =>
        waiting({ ...lane, id: String(n), readyAt: new Date(now.getTime() - waitedMs) }),
      )
      const admitted = chooseAdmissions(jobs, empty(), { ...settings, window })
      expect(new Set(admitted.map(({ id }) => id)).size).toBe(admitted.length)
      for (const queue of ['p', 'q']) {
        for (const priority of [0, 1, 2, 3]) {
          const inClass = jobs.filter((job) => job.queue === queue && job.priority === priority)
          const taken = admitted.filter(({ id }) => inClass.some((job) => job.id === id))
          expect(taken).toHaveLength(Math.min(window, inClass.length))
        }
      }
      for (const { priority } of admitted) {
        expect(priority).toBeGreaterThanOrEqual(1)
        expect(priority).toBeLessThanOrEqual(2_097_152)
      }
    }),
  )
})
