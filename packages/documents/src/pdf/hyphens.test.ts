import { expect, test } from '@jest/globals'
import { joinLines, readVocabulary } from './hyphens.ts'

const vocabulary = readVocabulary(['A well-known example of state-of-the-art work.'])

test.each([
  [['an exam-', 'ple of it'], 'an example of it'],
  [['a well-', 'known man'], 'a well-known man'],
  [['pages 10-', '12 of it'], 'pages 10-12 of it'],
  [['the Anglo-', 'Saxon one'], 'the Anglo-Saxon one'],
  [['a dash -', 'alone'], 'a dash - alone'],
  [['one', 'two'], 'one two'],
])('lines %j become %j', (lines, expected) => {
  expect(joinLines(lines, vocabulary)).toBe(expected)
})
