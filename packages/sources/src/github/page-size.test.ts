import { expect, test } from '@jest/globals'
import { createPageSize } from './page-size.ts'

test('a page halves down to one pull request and grows back slowly', () => {
  const size = createPageSize(25)
  const seen = [size.current()]
  while (size.shrink()) seen.push(size.current())
  expect(seen).toEqual([25, 12, 6, 3, 1])
  const grown: number[] = []
  for (let success = 1; success <= 21; success += 1) {
    size.succeeded()
    if (success % 3 === 0) grown.push(size.current())
  }
  expect(grown).toEqual([2, 3, 5, 8, 12, 18, 25])
})

test('a failure between them counts the successes anew', () => {
  const size = createPageSize(8)
  size.shrink()
  size.succeeded()
  size.succeeded()
  size.shrink()
  size.succeeded()
  expect(size.current()).toBe(2)
})
