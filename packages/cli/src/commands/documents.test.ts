import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiKey, ensureWorkspace, openDatabase } from '@assay/db'
import { spawnProcess, type TestDatabase, type TestProcess, testDatabase, testRedisUrl, waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const program = join(import.meta.dirname, '../testing/assay.ts')
const services = join(import.meta.dirname, '../../../../services')

let folder: string
let database: TestDatabase
let running: TestProcess[]
let environment: Record<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-documents-'))
  database = await testDatabase()
  const db = openDatabase({ url: database.url })
  await ensureWorkspace(db, { id: 'acme', name: 'acme' })
  const { key } = await createApiKey(db, { workspace: 'acme', name: 'cli', scopes: ['admin'] })
  await db.close()

  const house = {
    DATABASE_URL: database.url,
    REDIS_URL: testRedisUrl() ?? '',
    QUEUE_PREFIX: `cli-${crypto.randomUUID().slice(0, 8)}`,
    LOG_LEVEL: 'info',
    PORT: '0',
    HEALTH_PORT: '0',
  }
  const gateway = spawnProcess(join(services, 'gateway/src/main.ts'), house)
  const indexer = spawnProcess(join(services, 'indexer/src/main.ts'), house)
  running = [gateway, indexer]
  const line = await gateway.waitForLine(/"listening"/, 60_000)
  await indexer.waitForLine(/"working"/, 60_000)
  environment = { HOME: folder, ASSAY_URL: JSON.parse(line).address, ASSAY_API_KEY: key }
}, 120_000)
afterAll(async () => {
  for (const child of running ?? []) child.kill('SIGTERM')
  await Promise.all((running ?? []).map(({ ended }) => ended))
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const assay = (...args: string[]) => run('documents', ...args)
const run = async (...args: string[]) => {
  const child = spawnProcess(program, environment, args)
  const code = await child.ended
  const json = child.lines.find((line) => /^[[{]/.test(line))
  return { code, printed: child.lines.join('\n'), json: json === undefined ? null : JSON.parse(json) }
}
const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const REPORT = `# The cache\n\n${'We measured the cache of the service, and it was found to be slow. '.repeat(20)}`

test('files are added, read, listed, shown, released and removed', async () => {
  const report = write('report.md', REPORT)
  const menu = write('menu.txt', 'The same line of the menu, over and over again.\n\n'.repeat(60))
  const added = await assay('add', report, menu, '--json')
  expect(added.code).toBe(0)
  expect(added.json).toMatchObject([
    { file: report, outcome: 'new', version: 1, status: 'converted', score: expect.any(Number), reasons: [] },
    { file: menu, status: 'quarantined', reasons: [expect.stringContaining('repeated lines')] },
  ])
  expect(added.printed).toContain('report.md: converted, version 1, quality')

  const [first, second] = added.json
  expect((await assay('list')).printed).toMatch(new RegExp(`${first.id} +converted +\\d+ +report.md \\(version 1\\)`))
  const shown = await assay('show', first.id)
  expect(shown.printed).toContain('# The cache')
  expect(shown.printed).toContain('report.md, version 1: converted; markdown')

  expect(await assay('release', second.id)).toMatchObject({ code: 0 })
  expect((await assay('list', '--status', 'quarantined', '--json')).json).toEqual([])
  expect(await assay('remove', second.id)).toMatchObject({ code: 1, printed: expect.stringContaining('--yes') })
  expect(await assay('remove', second.id, '--yes')).toMatchObject({ code: 0 })
  expect(await assay('show', second.id)).toMatchObject({ code: 1 })
}, 90_000)

test('what is refused is named, and everything else is added', async () => {
  const files = [
    write('empty.txt', ''),
    join(folder, 'nowhere.pdf'),
    write('program', Buffer.from('\x7fELF\x02\x01\x01\0\0', 'latin1')),
    write('note.md', 'Bread and milk.'),
  ]
  const first = await assay('add', ...files, '--json')
  expect(first.code).toBe(3)
  expect(first.json).toMatchObject([
    { status: 'refused', id: null, reasons: [expect.stringContaining('empty.txt: is empty')] },
    { status: 'refused', id: null, reasons: [expect.stringContaining('nowhere.pdf')] },
    { status: 'rejected', outcome: 'new', reasons: [expect.stringContaining('cannot be read')] },
    { status: 'converted', outcome: 'new' },
  ])
  const again = await assay('add', write('note.md', 'Bread and milk.'), '--json')
  expect(again).toMatchObject({ code: 0, json: [{ outcome: 'known', id: first.json[3].id, status: 'converted' }] })
  const changed = await assay('add', write('note.md', 'Bread, milk and cheese.'), '--json')
  expect(changed.json).toMatchObject([{ outcome: 'new-version', version: 2, status: 'converted' }])
}, 90_000)

test('what was added is found, and asked of', async () => {
  const file = join(folder, 'divers.md')
  writeFileSync(file, '# Diving\n\nThe periscope is raised after 40 seconds. Nobody dives without a valve.\n')
  await assay('add', file)
  await waitFor(async () => (await run('search', 'periscope')).printed.includes('divers.md v1'), { timeoutMs: 60_000 })
  const asked = await run('ask', 'When is the periscope raised?')
  expect(asked.printed).toContain('The periscope is raised after 40 seconds.\n  — divers.md v1')
  expect((await run('ask', 'How many pull requests were merged?')).printed).toContain('0\n')
  expect(await run('ask', 'Who tamed the dragon?')).toMatchObject({ code: 4 })
  expect((await run('search', 'periscope', '--json')).printed).toContain('"highlights"')
}, 240_000)
