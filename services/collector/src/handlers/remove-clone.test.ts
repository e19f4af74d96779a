import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Database, deleteRepository, openDatabase, startCollection } from '@assay/db'
import type { JobContext } from '@assay/queue'
import { createLogger } from '@assay/runtime'
import { openGitSource } from '@assay/sources'
import { type TestDatabase, testDatabase } from '@assay/testkit'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createHandler } from './remove-clone.ts'

let folder: string
let database: TestDatabase
let db: Database
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-remove-'))
  database = await testDatabase()
  db = openDatabase({ url: database.url, poolSize: 2 })
})
afterEach(async () => {
  await db.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const clones = () => join(folder, 'clones')

/** A repository that was collected from its address once. */
async function cloned(name: string): Promise<string> {
  const path = join(folder, name)
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', path, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args])
  execFileSync('git', ['init', '--quiet', path])
  git('commit', '--quiet', '--allow-empty', '--message', 'One')
  const { href } = pathToFileURL(path)
  const source = await openGitSource({
    location: href,
    cacheDirectory: clones(),
    allowLocal: true,
    environment: process.env,
  })
  await source.close()
  return href
}

const context: JobContext = {
  jobId: crypto.randomUUID(),
  workspace: 'acme',
  attempt: 1,
  signal: new AbortController().signal,
  logger: createLogger({ service: 'collector-test', level: 'silent' }),
  progress() {},
  commit: () => Promise.reject(new Error('Nothing is to be committed here')),
}
const remove = async (origin: string) =>
  (await createHandler({ db, cacheDirectory: clones() }).handle({ origin }, context)).result
const collect = (workspace: string, origin: string) =>
  startCollection(db, {
    workspace,
    name: 'demo',
    origin,
    sourceKind: 'git',
    visibility: 'unknown',
    license: null,
    defaultBranch: 'main',
  })

test('the clone of a removed repository goes, and those of others stay', async () => {
  const [one] = [await cloned('one'), await cloned('two')]
  expect(readdirSync(clones())).toHaveLength(2)
  expect(await remove(one)).toEqual({ removed: true })
  expect(readdirSync(clones())).toHaveLength(1)
  expect(await remove(one)).toEqual({ removed: false })
})

test('a clone is found although the origin is written otherwise than the address it was made from', async () => {
  const href = await cloned('tool.git')
  expect(await remove(href.replace(/\.git$/, ''))).toEqual({ removed: true })
  expect(readdirSync(clones())).toEqual([])
})

test('a clone stays while any workspace collects from it', async () => {
  const origin = await cloned('shared')
  const { id } = await collect('neighbour', origin)
  expect(await remove(origin)).toEqual({ removed: false })
  expect(readdirSync(clones())).toHaveLength(1)
  await deleteRepository(db, 'neighbour', id)
  expect(await remove(origin)).toEqual({ removed: true })
})

test('a path on this machine is no clone and is not touched', async () => {
  await cloned('mine')
  expect(await remove(join(folder, 'mine'))).toEqual({ removed: false })
  expect(readdirSync(join(folder, 'mine'))).toContain('.git')
})
