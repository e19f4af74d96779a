import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lineWithoutSecrets, withoutSecrets } from './without-secrets.ts'

test.each([
  ['postgres://assay:canary@db/assay', 'postgres://[cut]@db/assay'],
  ['redis://:canary@cache', 'redis://[cut]@cache'],
  ['https://canary@github.com/o/r', 'https://[cut]@github.com/o/r'],
  ['postgres://assay:ca@nary@db/assay', 'postgres://[cut]@db/assay'],
  ['authorization: Bearer canary-canary-canary', 'authorization: Bearer [cut]'],
  ['mail a@b.example about https://example.org/x', 'mail a@b.example about https://example.org/x'],
])('%s is shown as %s', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown)
})

test('a line of JSON stays one, whatever it says', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom('token', 'Cookie', 'x-api-key', 'url', 'note') }), (fields) => {
      JSON.parse(lineWithoutSecrets(JSON.stringify(fields)))
    }),
  )
})

test('a long word costs no more than its length', () => {
  const startedAt = performance.now()
  lineWithoutSecrets(JSON.stringify({ msg: 'w'.repeat(1_000_000) }))
  expect(performance.now() - startedAt).toBeLessThan(500)
})
