import { deleteDocument, ensureWorkspace, releaseDocument, storeThresholds } from '@assay/db'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Converter, openConverter } from '../testing/converter-fixture.ts'

let converter: Converter
beforeEach(async () => {
  converter = await openConverter({ memoryMb: 400 })
})
afterEach(() => converter.close())

const REPORT = `# The cache\n\n${'We measured the cache of the service, and it was found to be slow. '.repeat(20)}`
const OVER_AND_OVER = 'The same line of the menu, over and over again.\n\n'.repeat(60)

const addOne = async (name: string, text: string) => {
  const [added] = await converter.add([[name, Buffer.from(text)]])
  if (!added?.document) throw new Error('the document is gone')
  return { job: added.job, document: added.document }
}

test('a document becomes text with its places, its quality and the verdict of the gate', async () => {
  const { job, document } = await addOne('report.md', REPORT)
  expect(job).toMatchObject({
    state: 'succeeded',
    result: { status: 'converted', format: 'markdown', characters: document.text?.length, code: null },
  })
  expect(document).toMatchObject({
    status: 'converted',
    format: 'markdown',
    title: 'The cache',
    language: 'en',
    gate: { verdict: 'accept', reasons: [] },
    rejection: null,
  })
  expect(document.text).toContain('We measured the cache')
  expect(document.score).toBeGreaterThan(60)
  expect(document.blocks[0]).toMatchObject({ kind: 'heading', start: 0, end: 11 })
})

test('a hostile document is rejected with the reason, and those beside it are read', async () => {
  const added = await converter.add([
    ['laughs.xml', Buffer.from('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>')],
    ['report.md', Buffer.from(REPORT)],
    ['program', Buffer.from('\x7fELF\x02\x01\x01\0\0', 'latin1')],
    ['note.txt', Buffer.from('Bread and milk.')],
  ])
  expect(added.map(({ job }) => job?.state)).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded'])
  expect(added.map(({ document }) => [document?.status, document?.rejection?.code])).toEqual([
    ['rejected', 'DOCUMENT_BOMB'],
    ['converted', undefined],
    ['rejected', 'DOCUMENT_UNSUPPORTED'],
    ['converted', undefined],
  ])
  expect(added[0]?.job?.result).toMatchObject({
    code: 'DOCUMENT_BOMB',
    reasons: [expect.stringContaining('built to exhaust its reader')],
  })
})

test('what came through badly is set aside and says why, and stays out once it was released', async () => {
  const { job, document } = await addOne('menu.txt', OVER_AND_OVER)
  expect(document).toMatchObject({ status: 'quarantined', gate: { verdict: 'quarantine' } })
  expect(job?.result).toMatchObject({
    status: 'quarantined',
    reasons: expect.arrayContaining([expect.stringContaining('characters in repeated lines')]),
  })
  expect(await releaseDocument(converter.db, 'acme', document.id)).toBe(true)
  expect(await releaseDocument(converter.db, 'acme', document.id)).toBe(false)
  await converter.convert(document.id)
  expect(await converter.find(document.id)).toMatchObject({ status: 'converted', gate: { verdict: 'quarantine' } })
})

test('a workspace sets its own limits', async () => {
  await storeThresholds(converter.db, 'acme', { fewestWords: { reject: 10_000 } })
  expect((await addOne('report.md', REPORT)).document).toMatchObject({
    status: 'rejected',
    gate: { reasons: [expect.objectContaining({ rule: 'fewestWords', limit: 10_000 })] },
  })
})

test('a document that was removed, or is of another workspace, is gone', async () => {
  await ensureWorkspace(converter.db, { id: 'neighbour', name: 'neighbour' })
  const removed = await converter.receive('a.txt', Buffer.from('Text.'))
  await deleteDocument(converter.db, 'acme', removed)
  const others = await converter.receive('a.txt', Buffer.from('Text.'), 'neighbour')
  for (const id of [removed, others]) {
    expect(await converter.convert(id)).toMatchObject({ state: 'succeeded', result: { status: 'gone' } })
  }
})

test('text that PostgreSQL does not hold is kept but for the characters at fault', async () => {
  const { document } = await addOne('bell.txt', `${'Plain words. '.repeat(20)}\u0000 End.`)
  expect(document.status).toBe('converted')
  expect(document.text).toMatch(/End\.$/)
})
