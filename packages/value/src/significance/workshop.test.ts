import { expect, test } from '@jest/globals'
import { splitTitle } from '../kind/conventional-prefix.ts'
import { isOfWorkshop } from './workshop.ts'

test.each(['tools: update the linter', 'fix(ci): run on arm', 'tools,bench: x', 'feat(website): dark mode'])(
  "%s is of the project's workshop",
  (title) => {
    expect(isOfWorkshop(splitTitle(title))).toBe(true)
  },
)

test.each([
  ['buffer: handle an empty slice', 'another part of the project'],
  ['tools,fs: x', 'one part of two is not'],
  ['feat(cli): a flag', 'another scope'],
  ['docs: say how', 'a declared kind has said so already'],
  ['Rework the tools', 'no prefix'],
])('%s is not: %s', (title) => {
  expect(isOfWorkshop(splitTitle(title))).toBe(false)
})
