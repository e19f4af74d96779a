/** The type of `real` in PostgreSQL's catalogue. */
const REAL = 700
const HEADER_BYTES = 20

/** Vectors one after another, in the binary form of a `real[]`: what is sent as it is need not be written out and read. */
export const realArrayOf = (vectors: readonly Float32Array[]): Buffer => {
  const count = vectors.reduce((sum, { length }) => sum + length, 0)
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + 8 * count)
  // One dimension without nulls, which counts from one; then each number behind its size.
  let at = 0
  for (const value of [1, 0, REAL, count, 1]) at = bytes.writeInt32BE(value, at)
  for (const vector of vectors) {
    for (const value of vector) {
      at = bytes.writeInt32BE(4, at)
      at = bytes.writeFloatBE(value, at)
    }
  }
  return bytes
}

/** The numbers of a `real[]` of one dimension without nulls, from its binary form. */
export const realsOf = (bytes: Buffer): Float32Array => {
  const count = Math.max(0, bytes.length - HEADER_BYTES) / 8
  return Float32Array.from({ length: count }, (_, at) => bytes.readFloatBE(HEADER_BYTES + 8 * at + 4))
}
