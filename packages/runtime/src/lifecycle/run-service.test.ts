import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-service-'))
  file = join(folder, 'service.mjs')
  writeFileSync(
    file,
    `import { createLogger, runService } from '${join(import.meta.dirname, '../index.ts')}'
     const [startMs, stopMs] = process.argv.slice(2).map(Number)
     const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
     const keepAlive = setInterval(() => {}, 1_000)
     process.send('starting')
     await runService(createLogger({ service: 'test', level: 'silent' }), async () => {
       await after(startMs)
       return { stop: async () => { process.connected && process.send('stopping'); await after(stopMs) } }
     })
     process.connected && process.send('started')`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function until(child: ChildProcess, wanted: string) {
  for (;;) {
    const [message] = await once(child, 'message')
    if (message === wanted) return
  }
}
const service = (startMs: number, stopMs: number) => fork(file, [String(startMs), String(stopMs)])

test('a service that is told to end ends in good order', async () => {
  const child = service(0, 10)
  await until(child, 'started')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('a second signal does not wait', async () => {
  const child = service(0, 60_000)
  await until(child, 'started')
  child.kill('SIGTERM')
  await until(child, 'stopping')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
})

test.each([
  ['while it runs', 'started', 0],
  ['while it still starts', 'starting', 200],
])('a service whose parent goes %s ends by itself', async (_when, stage, startMs) => {
  const child = service(startMs, 0)
  await until(child, stage)
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([0, null])
})
