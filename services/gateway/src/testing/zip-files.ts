import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** What an archive holds, by path, as a program that somebody else wrote reads it. */
export async function filesOfZip(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(archive)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return files
}
