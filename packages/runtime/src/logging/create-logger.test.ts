import { Writable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { createLogger } from './create-logger.ts'

const capture = () => {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { lines, logger: createLogger({ service: 'test', version: '1' }, destination) }
}

test('a secret never reaches the log, whatever it is called and however deep it stands', () => {
  const { lines, logger } = capture()
  const canary = 'canary-8a1f'
  logger.info({ apiKey: canary, headers: { authorization: canary, cookie: canary }, a: { b: { token: canary } } }, 'x')
  logger.warn({ err: new Error(`cannot reach postgres://assay:${canary}@127.0.0.1:5432/assay`) }, 'y')
  logger.child({ password: canary }).info('z')
  logger.info({ a: { b: { c: { GITHUB_TOKEN: canary } } }, 'x-api-key': canary, 'set-cookie': [canary] }, 'deep')
  logger.info({ DATABASE_URL: `postgres://assay:${canary}@127.0.0.1/assay` }, `redis://:${canary}@127.0.0.1`)
  expect(lines).toHaveLength(5)
  for (const line of lines) JSON.parse(line)
  expect(lines.join('')).not.toContain(canary)
})

test('an error is logged with its stack and its code', () => {
  const { lines, logger } = capture()
  logger.error({ err: Object.assign(new Error('gone'), { code: 'ENOENT' }) }, 'failed')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    service: 'test',
    msg: 'failed',
    err: { message: 'gone', code: 'ENOENT', stack: expect.stringContaining('create-logger.test') },
  })
})

test('an error of several attempts says what each met', () => {
  const { lines, logger } = capture()
  logger.error({ err: new AggregateError([new Error('refused by ::1'), new Error('refused by 127.0.0.1')]) }, 'failed')
  expect(JSON.parse(lines[0] ?? '').err.message).toBe('Error: refused by ::1; Error: refused by 127.0.0.1')
})
