import type { DenseMatrix } from '../lsa/sparse-matrix.ts'

/**
 * How many rows have the same numbers as an earlier one. Rows are met by a hash of 52 bits and then compared: what
 * differs is never counted, and what is the same is missed only where another row of the same hash came before.
 */
export const countExactDuplicates = (matrix: DenseMatrix, rows: Uint32Array): number => {
  const firstByHash = new Map<number, number>()
  let duplicates = 0
  for (const row of rows) {
    const hash = hashRow(matrix, row)
    const first = firstByHash.get(hash)
    if (first === undefined) firstByHash.set(hash, row)
    else if (isSame(matrix, first, row)) duplicates += 1
  }
  return duplicates
}

const scratch = new Float32Array(1)
const bits = new Uint32Array(scratch.buffer)

/** Two runs of FNV-1a over whole words (Fowler, Noll & Vo), with a shift since its low bits mix badly over words. */
const hashRow = ({ columns, values }: DenseMatrix, row: number): number => {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let at = row * columns; at < (row + 1) * columns; at += 1) {
    // Adding zero makes −0 a 0, which it equals.
    scratch[0] = (values[at] as number) + 0
    const word = bits[0] as number
    high = Math.imul(high ^ word, 0x01000193)
    high ^= high >>> 15
    low = Math.imul(low ^ word, 0x85ebca6b)
    low ^= low >>> 13
  }
  return (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff)
}

const isSame = ({ columns, values }: DenseMatrix, a: number, b: number): boolean => {
  for (let k = 0; k < columns; k += 1) if (values[a * columns + k] !== values[b * columns + k]) return false
  return true
}
