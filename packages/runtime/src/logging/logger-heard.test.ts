import { expect, test } from '@jest/globals'
import { createLogger } from './create-logger.ts'
import { loggerHeard } from './logger-heard.ts'

const open = (hear: (line: string) => void) => {
  const written: string[] = []
  const logger = createLogger({ service: 'test' }, { write: (line) => written.push(line) })
  return { written, logger, heard: loggerHeard(logger, { jobId: '1' }, hear) }
}

test('lines of the child and of its children are heard and written; others are only written', () => {
  const lines: object[] = []
  const { written, logger, heard } = open((line) => lines.push(JSON.parse(line)))
  heard.info({ page: 2 }, 'read')
  heard.child({ part: 'x' }).warn('odd')
  heard.debug('below the level')
  logger.info('not of this job')
  expect(lines).toMatchObject([
    { level: 'info', msg: 'read', page: 2, jobId: '1' },
    { level: 'warn', msg: 'odd', part: 'x', jobId: '1' },
  ])
  expect(written).toHaveLength(3)
})

test('what is heard has no secrets in it', () => {
  const lines: object[] = []
  const { heard } = open((line) => lines.push(JSON.parse(line)))
  heard.info({ token: 'canary', err: new Error('postgres://assay:canary@db/assay') }, 'https://canary@github.com/o/r')
  expect(lines).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain('canary')
})
