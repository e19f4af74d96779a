/** Longer parts keep only their beginning, so that one huge commit message cannot fill the memory. */
const partBytesKept = 1_048_576

/** Cuts a byte stream at NUL and decodes each part as UTF-8; bytes that are not UTF-8 become U+FFFD. */
export async function* splitAtNul(stream: AsyncIterable<Buffer>): AsyncGenerator<string, undefined> {
  let pending: Buffer[] = []
  let pendingBytes = 0
  const keep = (bytes: Buffer) => {
    const room = partBytesKept - pendingBytes
    if (room <= 0 || bytes.length === 0) return
    const kept = bytes.subarray(0, room)
    pending.push(kept)
    pendingBytes += kept.length
  }
  for await (const chunk of stream) {
    let from = 0
    for (let nul = chunk.indexOf(0); nul >= 0; nul = chunk.indexOf(0, from)) {
      keep(chunk.subarray(from, nul))
      yield Buffer.concat(pending).toString('utf8')
      pending = []
      pendingBytes = 0
      from = nul + 1
    }
    keep(chunk.subarray(from))
  }
  // A part without its NUL is an output that was cut off; the exit code says so, and half a part helps nobody.
  return undefined
}
