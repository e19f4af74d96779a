import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { CLIENT_TYPES, clientTypes } from '../testing/client-types.ts'
import { openGateway } from '../testing/gateway-fixture.ts'

test('the client\'s types are those of the API; "npm run client" writes them anew', async () => {
  const gateway = await openGateway()
  try {
    const document = (await gateway.app.inject('/api/openapi.json')).json()
    expect((await readFile(CLIENT_TYPES, 'utf8')) === (await clientTypes(document))).toBe(true)
  } finally {
    await gateway.close()
  }
})
