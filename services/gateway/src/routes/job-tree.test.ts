import { contract as index } from '@assay/contracts/kinds/index-pull-requests'
import { defineHandler } from '@assay/queue'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

const PARENT = '01890000-0000-7000-8000-000000000001'
const CHILD = '01890000-0000-7000-8000-000000000002'
const result = { indexed: 0, chunks: 0 }

let gateway: Gateway
let address: string
const childMayEnd = Promise.withResolvers<void>()
beforeAll(async () => {
  gateway = await openGateway()
  address = await gateway.app.listen({ port: 0, host: '127.0.0.1' })
  await gateway.work([
    defineHandler(index, async ({ pullRequestIds }, { commit }) => {
      if (pullRequestIds.includes(PARENT)) await commit((tx) => tx.spawn(index, { pullRequestIds: [CHILD] }))
      else await childMayEnd.promise
      return { result }
    }),
  ])
})
afterAll(async () => {
  childMayEnd.resolve()
  await gateway.close()
})

test('a job that has ended is followed until all it spawned has ended too', async () => {
  const { id } = (
    await gateway.call('POST', '/jobs', { body: { kind: 'index', payload: { pullRequestIds: [PARENT] } } })
  ).body
  let text = ''
  const response = await fetch(`${address}/api/v2/jobs/${id}/events`, {
    headers: { authorization: `Bearer ${gateway.keys.read}` },
  })
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true })
  })()

  const tree = async () => (await gateway.call('GET', `/jobs/${id}/tree`)).body.items
  await waitFor(
    async () => (await tree()).map(({ state }: { state: string }) => state).join() === 'succeeded,running',
    {
      describe: 'the parent to end before its child',
    },
  )
  expect(await tree()).toMatchObject([
    { id, parentId: null, rootId: id, tree: { total: 2, succeeded: 1, running: 1 } },
    { parentId: id, rootId: id, tree: { total: 1, running: 1 } },
  ])
  expect((await gateway.call('GET', `/jobs?parent=${id}`)).body.items).toHaveLength(1)
  expect((await gateway.call('GET', `/jobs/${id}/children`)).body.items).toEqual([
    { kind: 'index', state: 'running', count: 1, spawned: 0 },
  ])
  // The stream has told the end of the parent, and says the end of all only after the child's.
  await waitFor(() => text.includes('"succeeded":1'), { describe: "the stream to tell the parent's end" })
  childMayEnd.resolve()
  await reading
  const events = text.trimEnd().split('\n\n')
  expect(events.at(-1)).toMatch(/^event: end$/m)
  expect(JSON.parse(/^data: (.*)$/m.exec(events.at(-2) ?? '')?.[1] ?? '')).toMatchObject({
    id,
    state: 'succeeded',
    tree: { total: 2, succeeded: 2, running: 0 },
  })
})
