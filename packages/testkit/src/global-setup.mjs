import { startTestServices } from './services.ts'

export default async function setUp() {
  const services = await startTestServices(process.env)
  globalThis.assayTestServices = services
  // Jest leaves out the teardown when it is interrupted.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => services.stop().finally(() => process.exit(130)))
  }
}
