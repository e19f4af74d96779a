import { expect, test } from '@jest/globals'
import { pullRequestText } from './pull-request-text.ts'

test('the text of a pull request is its title, description and paths, a blank line apart', () => {
  const text = pullRequestText({
    title: ' fix: close ',
    body: 'Why\r\nnot\n',
    files: [{ path: 'lib/a.js' }, { path: 'lib/b\nc.js' }],
  })
  expect(text).toBe('fix: close\n\nWhy\nnot\n\nlib/a.js\nlib/b c.js')
})

test('what is missing leaves no gap', () => {
  expect(pullRequestText({ title: 'fix', body: '', files: [] })).toBe('fix')
})
