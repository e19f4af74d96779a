import { expect, test } from '@jest/globals'
import { hasPlace, NO_OPTIONS, readSubmitSearch, submissionOf } from './submission.ts'

test('a submission says only what was chosen', () => {
  expect(submissionOf('collect', { source: 'x' }, NO_OPTIONS, undefined)).toEqual({
    kind: 'collect',
    payload: { source: 'x' },
  })
  expect(
    submissionOf('collect', {}, { priority: 'high', delaySeconds: '1.5', idempotencyKey: 'k' }, 'the job before'),
  ).toEqual({ kind: 'collect', payload: {}, priority: 'high', delayMs: 1_500, replayOf: 'the job before' })
})

test('what is wrong beside the form is told above it', () => {
  expect(['payload.source', 'delayMs', 'payload', 'kind'].filter((field) => !hasPlace(field))).toEqual([
    'payload',
    'kind',
  ])
})

test('an address names a kind or a job to take the input from', () => {
  expect(readSubmitSearch({ kind: 'collect', from: 7, other: true })).toEqual({ kind: 'collect' })
})
