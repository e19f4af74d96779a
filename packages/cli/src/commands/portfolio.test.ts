import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiKey, ensureWorkspace, openDatabase } from '@assay/db'
import { spawnProcess, type TestDatabase, type TestProcess, testDatabase, testRedisUrl } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const program = join(import.meta.dirname, '../testing/assay.ts')
let folder: string
let database: TestDatabase
let gateway: TestProcess
let environment: { HOME: string; ASSAY_URL: string; ASSAY_API_KEY: string }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-portfolio-'))
  database = await testDatabase()
  const db = openDatabase({ url: database.url })
  await ensureWorkspace(db, { id: 'acme', name: 'acme' })
  const { key } = await createApiKey(db, { workspace: 'acme', name: 'cli', scopes: ['admin'] })
  await db.close()
  gateway = spawnProcess(join(import.meta.dirname, '../../../../services/gateway/src/main.ts'), {
    DATABASE_URL: database.url,
    REDIS_URL: testRedisUrl() ?? '',
    QUEUE_PREFIX: `cli-${crypto.randomUUID().slice(0, 8)}`,
    LOG_LEVEL: 'info',
    PORT: '0',
  })
  const line = await gateway.waitForLine(/"listening"/, 60_000)
  environment = { HOME: folder, ASSAY_URL: JSON.parse(line).address, ASSAY_API_KEY: key }
}, 120_000)
afterAll(async () => {
  gateway?.kill('SIGTERM')
  await gateway?.ended
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const assay = async (...args: string[]) => {
  const child = spawnProcess(program, environment, ['portfolio', ...args])
  const code = await child.ended
  return { code, printed: child.lines.join('\n') }
}
const post = async (path: string, body?: object, method = 'POST') => {
  const response = await fetch(`${environment.ASSAY_URL}/api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${environment.ASSAY_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  })
  return (await response.json()) as { id: string }
}

test('what is published is exported, and what is taken back leaves the folder at the next export', async () => {
  const site = join(folder, 'site')
  const early = await assay('export', site)
  expect(early).toMatchObject({ code: 1, printed: expect.stringContaining('409: The portfolio is not published') })

  await post('/portfolio', { name: 'Ada', version: 0 }, 'PUT')
  await post('/portfolio/publish', { version: 1 })
  const { id } = await post('/achievements', { title: 'A faster build' })
  await post(`/achievements/${id}/publish`, { version: 1 })
  const done = await assay('export', site, '--pdf', join(folder, 'papers/ada.pdf'), '--json')
  expect(done.code).toBe(0)
  expect(done.printed).toContain(`begin with ${join(site, 'index.html')}`)
  expect(done.printed).toContain('"index.html"')
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('A faster build')
  expect(readdirSync(join(site, 'achievements'))).toEqual([expect.stringMatching(/^a-faster-build-/)])
  expect(readFileSync(join(folder, 'papers/ada.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-')

  await post(`/achievements/${id}/unpublish`)
  expect(await assay('export', site)).toMatchObject({ code: 0 })
  expect(readdirSync(site)).not.toContain('achievements')
}, 90_000)

test('a folder with files of somebody else is left alone', async () => {
  const theirs = join(folder, 'theirs')
  mkdirSync(theirs)
  writeFileSync(join(theirs, 'thesis.txt'), 'Years of work')
  expect(await assay('export', theirs)).toMatchObject({ code: 1, printed: expect.stringContaining('FOLDER_IN_USE') })
  expect(readdirSync(theirs)).toEqual(['thesis.txt'])
})
