import type { Database } from '@assay/db'
import { createLogger } from '@assay/runtime'
import { waitFor } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from './testing/gateway-fixture.ts'
import { createTreeWatch } from './tree-watch.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

test('whoever comes while the watch is at its slowest is told at once all the same', async () => {
  let rounds = 0
  const db: Database = {
    ...gateway.db,
    query: (text, values) => {
      rounds += 1
      return gateway.db.query(text, values)
    },
  }
  const watch = createTreeWatch(db, createLogger({ service: 'test', level: 'silent' }))
  try {
    const [quiet, newcomer] = [(await gateway.submit()).id, (await gateway.submit()).id]
    watch.follow(quiet, 0, async () => {})
    // From the seventh round on they are a second apart.
    await waitFor(async () => rounds >= 8, { describe: 'the watch to slow down' })

    const roundsBefore = rounds
    await new Promise<void>((resolve) => watch.follow(newcomer, 0, async () => resolve()))
    // In the round that its coming has brought about, and not by waiting for several.
    expect(rounds - roundsBefore).toBeLessThanOrEqual(2)
  } finally {
    await watch.close()
  }
})
