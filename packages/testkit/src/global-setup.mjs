import { startTestServices } from './services.ts'

export default async function setUp() {
  globalThis.assayTestServices = await startTestServices(process.env)
}
