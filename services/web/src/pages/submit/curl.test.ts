import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { curlOf, shellQuoted } from './curl.ts'

test('a shell reads back exactly what was quoted', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      (text) => {
        expect(execFileSync('sh', ['-c', `printf %s ${shellQuoted(text)}`], { encoding: 'utf8' })).toBe(text)
      },
    ),
    { numRuns: 50 },
  )
})

test('a submission is a request with its key from the environment', () => {
  const command = curlOf('http://127.0.0.1:4400', { kind: 'collect', payload: { source: "it's here" } }, 'once')
  const shown = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${command}`], {
    encoding: 'utf8',
    env: { ASSAY_API_KEY: 'k' },
  })
  expect(shown.trimEnd().split('\n')).toEqual([
    '-sS',
    'http://127.0.0.1:4400/api/v2/jobs',
    '-H',
    'authorization: Bearer k',
    '-H',
    'content-type: application/json',
    '-H',
    'idempotency-key: once',
    '-d',
    '{"kind":"collect","payload":{"source":"it\'s here"}}',
  ])
})
