import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { waitFor } from '@assay/testkit'
import { expect, test } from '@jest/globals'
import { extractDocument, openExtractor } from './open-extractor.ts'

test('a path is read under the name of its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-documents-'))
  const path = join(folder, 'notes.md')
  await writeFile(path, 'Plain prose that could be a text file as well.')
  expect((await extractDocument(path)).format).toBe('markdown')
  expect((await extractDocument(Buffer.from('Plain prose that could be either.'))).format).toBe('text')
  await rm(folder, { recursive: true })
})

test('documents that are asked for at once are read one after the other, each to its own caller', async () => {
  const extractor = openExtractor()
  const asked = Array.from({ length: 20 }, (_, at) => `Text number ${at}.`)
  const read = await Promise.all(asked.map((text) => extractor.extract(Buffer.from(text))))
  expect(read.map((document) => document.text)).toEqual(asked)
  await extractor.close()
})

test('several readers read at once, and each document goes to its own caller', async () => {
  const extractor = openExtractor({ readers: 3 })
  const asked = Array.from({ length: 20 }, (_, at) => `Text number ${at}.`)
  let begun = 0
  const gate = Promise.withResolvers<void>()
  const reading = asked.map((text) =>
    extractor.extract(async () => {
      begun += 1
      await gate.promise
      return { bytes: Buffer.from(text) }
    }),
  )
  await waitFor(() => begun === 3)
  gate.resolve()
  const read = await Promise.all(reading)
  expect(read.map((document) => document.text)).toEqual(asked)
  await extractor.close()
})

test('a reader that is ended for its document takes no other with it', async () => {
  const extractor = openExtractor({ readers: 2, memoryMb: 150 })
  const huge = Buffer.from(`${'cell,'.repeat(50)}\n`.repeat(100_000))
  const [refused, ...read] = await Promise.allSettled([
    extractor.extract(huge),
    ...Array.from({ length: 5 }, (_, at) => extractor.extract(Buffer.from(`Text number ${at}.`))),
  ])
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'DOCUMENT_TOO_LARGE' } })
  expect(read.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'))
  await extractor.close()
})

test('a document that is refused does not hold up those behind it', async () => {
  const extractor = openExtractor()
  const [refused, read] = await Promise.allSettled([
    extractor.extract(Buffer.from('\x7fELF\x02', 'latin1')),
    extractor.extract(Buffer.from('Text.')),
  ])
  expect([refused.status, read.status]).toEqual(['rejected', 'fulfilled'])
  await extractor.close()
})

test('nothing of a document is kept when it is done', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const extractor = openExtractor()
  const megabytes = () => process.memoryUsage().arrayBuffers / 2 ** 20
  await extractor.extract(Buffer.from('A document to start the process with.'))
  const before = megabytes()
  for (let at = 0; at < 8; at += 1) {
    await extractor.extract(Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(20 * 2 ** 20)])).catch(() => undefined)
  }
  // The last ones may still be on their way out of a pipe.
  const isGone = () => {
    collect()
    return megabytes() - before < 60
  }
  await waitFor(isGone, { timeoutMs: 60_000, describe: 'the bytes of eight documents to go' })
  await extractor.close()
})
