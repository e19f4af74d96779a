export default async function tearDown() {
  await globalThis.assayTestServices?.stop()
}
