import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { createChunker } from './create-chunker.ts'

const atoms = [
  ...['word', ' word', ' a', 'The end. ', 'e.g. this', "it's", '2026', '12345', '. ', '! ', ' (', '")', '://', '`x`'],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\n    ',
    '\n  - ',
    ' \n',
    '\u00a0',
    ' '.repeat(140),
    '='.repeat(150),
  ],
  ...['\n# One\n', '\n## Two ##\n', '\n```\n', '\n~~~~\n', '\n1. ', '\n| a | b |\n', '\n---\n', '\n===\n', '\n> '],
  ...['\ndiff --git a/x b/x\n', '\n--- a/x\n', '\n+++ b/x\n', '\n@@ -1,2 +1,3 @@ f()\n', '\n+', '\n-', '\n// so\n'],
  ...[
    '\nfunction f() {\n  ',
    '\n}\n',
    '\n  else {\n',
    '\n  end\n',
    '\n@dec\n',
    '字',
    '。',
    'ไทย',
    '😀',
    '👨‍👩‍👧‍👦',
    'é',
    '\0',
  ],
]

/** Texts that are the same on any machine: the next number of a sequence chooses the next part. */
const textOf = (seed: number): string => {
  let state = seed
  let text = ''
  for (let part = 0; part < 60 + 40 * seed; part += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    text += atoms[(state >>> 16) % atoms.length] ?? ''
  }
  return text
}

/** What was cut before must be cut alike, or passages that were indexed and cited change their places. */
test.each([
  ['tokens', '080fe506612d1aad'],
  ['sentence', '1cb1d986ae81852d'],
  ['markdown', 'edcec855a4d75483'],
  ['code', 'a92bdcb1e806c2b9'],
  ['diff', '8af52f101c66ac72'],
] as const)('the %s chunker cuts as it did before', async (kind, digest) => {
  const hash = createHash('sha256')
  for (let seed = 1; seed <= 40; seed += 1) {
    for (const maxTokens of [7, 40, 256]) {
      const chunks = await createChunker({ kind, maxTokens, overlapTokens: maxTokens >> 3 }).chunk(textOf(seed))
      hash.update(JSON.stringify(chunks.map(({ start, end, tokens, path }) => [start, end, tokens, path])))
    }
  }
  expect(hash.digest('hex').slice(0, 16)).toBe(digest)
})
