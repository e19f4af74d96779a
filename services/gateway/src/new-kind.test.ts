import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadHandlers } from '@assay/queue'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from './testing/gateway-fixture.ts'

/** The two files of docs/adding-a-job-kind.md, and nothing else. */
const CONTRACT = `
import { defineJob } from '@assay/contracts'
import { z } from 'zod'
export const contract = defineJob({
  kind: 'greet', title: 'Greet', description: 'Says hello.', queue: 'greeter', priority: 'normal',
  payload: z.strictObject({ name: z.string().min(1) }), result: z.object({ greeting: z.string() }),
  retry: { attempts: 2, baseMs: 10, capMs: 100 }, timeoutMs: 5_000,
})`
const HANDLER = `
import { defineHandler } from '@assay/queue'
import { contract } from '../kinds/greet.ts'
export const createHandler = ({ salute }) =>
  defineHandler(contract, async ({ name }) => ({ result: { greeting: salute + ' ' + name } }))`

let folder: string
let gateway: Gateway
beforeAll(async () => {
  // Inside the workspace, so that its packages resolve.
  folder = await mkdtemp(join(import.meta.dirname, '../toy-kind-'))
  await mkdir(join(folder, 'kinds'))
  await mkdir(join(folder, 'handlers'))
  await writeFile(join(folder, 'kinds/greet.ts'), CONTRACT)
  await writeFile(join(folder, 'handlers/greet.ts'), HANDLER)
  gateway = await openGateway({ kindsFrom: [join(folder, 'kinds')] })
})
afterAll(async () => {
  await gateway.close()
  await rm(folder, { recursive: true, force: true })
})

test('a contract file and a handler file are all that a new kind needs', async () => {
  const { body: kinds } = await gateway.call('GET', '/kinds')
  const greet = kinds.items.find(({ kind }: { kind: string }) => kind === 'greet')
  expect(greet).toMatchObject({ title: 'Greet', queue: 'greeter', payload: { required: ['name'] } })

  const { payload: openApi } = await gateway.app.inject('/api/openapi.json')
  expect(
    JSON.parse(openApi).paths['/api/v2/jobs'].post.requestBody.content['application/json'].schema.anyOf,
  ).toContainEqual(expect.objectContaining({ title: 'Greet' }))

  const refused = await gateway.call('POST', '/jobs', { body: { kind: 'greet', payload: { name: '' } } })
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'payload.name'])

  await gateway.work(await loadHandlers(join(folder, 'handlers'), { salute: 'Hello' }))
  const { body: job } = await gateway.call('POST', '/jobs', { body: { kind: 'greet', payload: { name: 'Ada' } } })
  const current = async () => (await gateway.call('GET', `/jobs/${job.id}`)).body
  await waitFor(async () => (await current()).state === 'succeeded', { describe: 'the greeting' })
  expect((await current()).result).toEqual({ greeting: 'Hello Ada' })

  const { body: queues } = await gateway.call('GET', '/queues')
  expect(queues.items.map(({ name }: { name: string }) => name)).toContain('greeter')
})
