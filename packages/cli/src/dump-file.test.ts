import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type DumpState, openDumpFile } from './dump-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-dump-'))
  path = join(folder, 'prs.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (source = '/repository', after: string | null = null) => openDumpFile({ path, source, after })
const upTo = (rows: number): DumpState => ({ cursor: `commit-${rows}`, rows, gaps: [], units: 'pull-requests' })

test('a dump that was interrupted goes on behind what it had noted, and half a line is written again', async () => {
  const first = await open()
  await first.append([{ number: 1 }, { number: 2 }], upTo(2))
  await first.close()
  writeFileSync(`${path}.partial`, `${readFileSync(`${path}.partial`, 'utf8')}{"number": 3, "ti`)

  const second = await open()
  expect(second.state()).toMatchObject({ cursor: 'commit-2', rows: 2 })
  await second.append([{ number: 3 }], upTo(3))
  await second.finish()
  await second.close()
  expect(readFileSync(path, 'utf8')).toBe('{"number":1}\n{"number":2}\n{"number":3}\n')
})

test('what was interrupted for another source or another beginning is begun anew', async () => {
  const first = await open()
  await first.append([{ number: 1 }], upTo(1))
  await first.close()
  for (const other of [await open('/other'), await open('/repository', 'commit-9')]) {
    expect(other.state().rows).toBe(0)
    await other.close()
  }
})

test('a note that cannot be read begins anew', async () => {
  writeFileSync(`${path}.partial.json`, '{"source": 1')
  const file = await open()
  expect(file.state().rows).toBe(0)
  await file.close()
})

test('a file that cannot be written is named', async () => {
  path = join(folder, 'no/such/folder/prs.jsonl')
  await expect(open()).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' })
})
