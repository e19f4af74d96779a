import { expect, test } from '@jest/globals'
import { shareDone } from './job-words.ts'

const alone = { total: 1, queued: 0, running: 1, succeeded: 0, failed: 0, cancelled: 0 }

test('a running job is as far as its handler says, never beyond its end', () => {
  expect(shareDone({ progress: { done: 7, total: 5 }, tree: alone, state: 'running' })).toEqual({
    done: 5,
    total: 5,
    of: 'steps',
  })
})

test('a job that has spawned others is as far as they are', () => {
  const tree = { total: 4, queued: 1, running: 1, succeeded: 1, failed: 1, cancelled: 0 }
  expect(shareDone({ progress: { done: 9, total: 9 }, tree, state: 'succeeded' })).toEqual({
    done: 2,
    total: 4,
    of: 'jobs',
  })
})

test('without either nothing is claimed', () => {
  expect(shareDone({ progress: null, tree: alone, state: 'running' })).toBeNull()
})
