import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { adviceFor, jobAdvice } from './job-advice.ts'

test('a code has its own advice, that of its family, or a general one', () => {
  expect(adviceFor('SOURCE_FETCH_FAILED')).toBe(jobAdvice.SOURCE_FETCH_FAILED)
  expect(adviceFor('SOURCE_EMPTY')).toBe(jobAdvice.SOURCE_)
  expect(adviceFor('GITHUB_FORBIDDEN')).toBe(jobAdvice.GITHUB_)
  expect(adviceFor('SOMETHING_NEW')).toContain('Read the message')
  expect(adviceFor('constructor')).toContain('Read the message')
})

test('the documentation gives the same advice', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../../docs/errors.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| '))
  for (const [code, advice] of Object.entries(jobAdvice)) {
    const name = code.endsWith('_') ? `${code}…` : code
    expect(rows.filter((row) => row.startsWith(`| ${name} |`) && row.endsWith(`| ${advice} |`))).toHaveLength(1)
  }
})
