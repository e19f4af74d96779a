import { expect, test } from '@jest/globals'
import { parseOptions } from './options.ts'

const context = { env: {}, cwd: '/', repository: '/assay' }
const parse = (...args: string[]) => parseOptions(args, context)

test('without a word this repository is collected on port 4400', () => {
  expect(parse()).toEqual({
    kind: 'run',
    options: { source: '/assay', port: 4400, exitAfterSummary: false, json: false },
  })
})

test.each([
  ['tmp', '/tmp'],
  ['./nowhere', '/nowhere'],
  ['fastify/fastify', 'fastify/fastify'],
  ['https://example.com/x.git', 'https://example.com/x.git'],
])('the source %s is %s', (given, source) => {
  expect(parse(given)).toMatchObject({ options: { source } })
})

test.each([
  [['--port', 'many'], /whole number/],
  [['a', 'b'], /One SOURCE/],
  [['--prot', '1'], /--prot/],
])('%j is refused with the reason', (args, message) => {
  expect(parseOptions(args, context)).toMatchObject({ kind: 'wrong', message: expect.stringMatching(message) })
})

test('the port can come from the environment', () => {
  expect(parseOptions([], { ...context, env: { ASSAY_PORT: '5000' } })).toMatchObject({ options: { port: 5000 } })
})
