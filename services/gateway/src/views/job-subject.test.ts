import { expect, test } from '@jest/globals'
import { subjectOf } from './job-subject.ts'

test('a job is told by its input', () => {
  expect(subjectOf({ source: '/srv/demo', number: 3, whole: true })).toBe('/srv/demo · number 3 · whole true')
  expect(subjectOf({ pullRequestIds: ['a', 'b'], sentences: [] })).toBe('2 pull request ids')
  expect(subjectOf({})).toBe('')
})

test('of a long input the beginning is told', () => {
  expect(subjectOf({ text: 'long '.repeat(1_000) })).toMatch(/^(?:long )+[^ ]*…$/)
  expect(subjectOf({ text: 'long '.repeat(1_000) })).toHaveLength(300)
})
