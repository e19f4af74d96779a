import { writeFile } from 'node:fs/promises'
import { startTestServices } from '@assay/testkit'
import { CLIENT_TYPES, clientTypes } from './client-types.ts'
import { openGateway } from './gateway-fixture.ts'

const services = await startTestServices(process.env)
const gateway = await openGateway()
try {
  await writeFile(CLIENT_TYPES, await clientTypes((await gateway.app.inject('/api/openapi.json')).json()))
} finally {
  await gateway.close()
  await services.stop()
}
