import { contract as index } from '@assay/contracts/kinds/index-pull-requests'
import { defineHandler } from '@assay/queue'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
let address: string
beforeAll(async () => {
  gateway = await openGateway()
  address = await gateway.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => gateway.close())

type Event = { id?: number; event?: string; data?: { state: string } }

/** Reads events until `enough` of them came or the stream ended. */
async function readEvents(id: string, enough: (events: Event[]) => boolean, lastEventId?: number): Promise<Event[]> {
  const closing = new AbortController()
  const response = await fetch(`${address}/api/v2/jobs/${id}/events`, {
    signal: closing.signal,
    headers: {
      authorization: `Bearer ${gateway.keys.read}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    },
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const events: Event[] = []
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    events.push(...blocks.map(parseEvent).filter(({ event }) => event))
    if (enough(events)) break
  }
  closing.abort()
  return events
}

function parseEvent(block: string): Event {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const event: Event = {}
  const [id, name, data] = [field('id'), field('event'), field('data')]
  if (id) event.id = Number(id)
  if (name) event.event = name
  if (data) event.data = JSON.parse(data)
  return event
}

const submitIndex = async () =>
  (
    await gateway.call('POST', '/jobs', {
      body: { kind: 'index', payload: { pullRequestIds: ['01890000-0000-7000-8000-000000000000'] } },
    })
  ).body.id as string

test('the first event comes at once and tells the whole job', async () => {
  const id = await submitIndex()
  const [event] = await readEvents(id, (events) => events.length > 0)
  expect(event).toMatchObject({ event: 'job', id: expect.any(Number), data: { id, state: 'queued' } })
})

test('an id in capitals is the same job', async () => {
  const id = await submitIndex()
  const [event] = await readEvents(id.toUpperCase(), (events) => events.length > 0)
  expect(event?.data).toMatchObject({ id })
})

test('a reader that comes back is told only what is new, up to the end', async () => {
  const id = await submitIndex()
  const [first] = await readEvents(id, (events) => events.length > 0)
  await gateway.work([defineHandler(index, async () => ({ result: { indexed: 0, chunks: 0 } }))])
  const events = await readEvents(id, () => false, first?.id)
  const ids = events.flatMap((event) => event.id ?? [])
  expect(ids.every((eventId) => eventId > (first?.id ?? 0))).toBe(true)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  expect(events.at(-2)).toMatchObject({ event: 'job', data: { state: 'succeeded' } })
  expect(events.at(-1)).toMatchObject({ event: 'end' })
})
