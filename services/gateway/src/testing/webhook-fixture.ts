import { createRequire } from 'node:module'
import { sign } from '@octokit/webhooks-methods'
import type { Gateway } from './gateway-fixture.ts'

export const SECRET = 'a secret that GitHub knows too'
/** The repository of the examples. */
export const HELLO_WORLD = 'https://github.com/Codertocat/Hello-World'

export type Payload = {
  action?: string
  pull_request?: { number: number; merged_at: string | null }
  repository?: object
}
const require = createRequire(import.meta.url)
const definitions: { name: string; examples: Payload[] }[] = require('@octokit/webhooks-examples')

/** A payload that GitHub sent; of pull requests made as if they were merged, since the examples are not. */
export function example(event: string, action?: string, { merged = true } = {}): Payload {
  const found = definitions
    .find(({ name }) => name === event)
    ?.examples.find((payload) => action === undefined || payload.action === action)
  if (!found) throw new Error(`There is no example of ${event} ${action}`)
  const payload = structuredClone(found)
  if (payload.pull_request && merged) payload.pull_request.merged_at = '2026-01-01T00:00:00Z'
  return payload
}
export const merged = () => example('pull_request', 'closed')

export type Delivery = {
  event?: string
  id?: string | null
  secret?: string
  signature?: string | null
  /** What is sent, where that is not what was signed. */
  sent?: string | Buffer
  contentType?: string
  address?: string
}

/** Delivers as GitHub does. */
export async function deliverTo(
  gateway: Gateway,
  payload: object | string,
  { event = 'pull_request', id = crypto.randomUUID(), secret = SECRET, address, ...rest }: Delivery = {},
) {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const signature = rest.signature === undefined ? await sign(secret, body) : rest.signature
  const response = await gateway.app.inject({
    method: 'POST',
    url: '/webhooks/github',
    headers: {
      'content-type': rest.contentType ?? 'application/json',
      'x-github-event': event,
      ...(id === null ? {} : { 'x-github-delivery': id }),
      ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
    },
    payload: rest.sent ?? body,
    ...(address ? { remoteAddress: address } : {}),
  })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}

const stored = async ({ db }: Gateway) =>
  (
    await db.query<{ jobs: number; deliveries: number }>(
      'SELECT (SELECT count(*)::int FROM jobs) AS jobs, (SELECT count(*)::int FROM webhook_deliveries) AS deliveries',
    )
  )[0]
/** What a delivery leaves behind. */
export async function leavesIn(gateway: Gateway, work: () => Promise<unknown>) {
  const before = await stored(gateway)
  await work()
  const after = await stored(gateway)
  return {
    jobs: (after?.jobs ?? 0) - (before?.jobs ?? 0),
    deliveries: (after?.deliveries ?? 0) - (before?.deliveries ?? 0),
  }
}
