import { expect, test } from '@jest/globals'
import { webAddress } from './web-address.ts'

test.each([
  ['https://example.com/a?b', 'https://example.com/a?b'],
  ['http://example.com', 'http://example.com/'],
  ['javascript:alert(1)', null],
  [' JavaScript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['/relative', null],
  ['', null],
])('%j is followed as %j', (text, address) => {
  expect(webAddress(text)).toBe(address)
})
