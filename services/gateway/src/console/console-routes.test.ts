import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import Fastify from 'fastify'
import { consoleRoutes } from './console-routes.ts'

let built: string
beforeEach(() => {
  built = mkdtempSync(join(tmpdir(), 'assay-built-'))
})
afterEach(() => rmSync(built, { recursive: true }))

async function get(url: string) {
  const app = Fastify()
  await app.register(consoleRoutes, { prefix: '/console', built })
  return app.inject(url)
}

test('every address of the console is its one page, asked for anew each time', async () => {
  writeFileSync(join(built, 'index.html'), 'the console')
  for (const url of ['/console/', '/console/jobs/1', '/console/a.b?c=d']) {
    const { statusCode, body, headers } = await get(url)
    expect([url, statusCode, body, headers['cache-control']]).toEqual([url, 200, 'the console', 'no-cache'])
  }
})

test('a file that is not there is not the page', async () => {
  writeFileSync(join(built, 'index.html'), 'the console')
  expect((await get('/console/assets/gone.js')).statusCode).toBe(404)
})

test('before it is built the page says what to do', async () => {
  const { statusCode, body } = await get('/console/')
  expect([statusCode, body]).toEqual([503, expect.stringContaining('npm run build')])
})
