import { dotProduct } from '../lsa/dot-product.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'

/** Pairs of rows, one after another: [a0, b0, a1, b1, …]. */
export type RowPairs = Uint32Array

/** Random pairs of different rows, drawn with repetition: no more than there are pairs. */
export const randomPairs = (rows: number, most: number, random: () => number): RowPairs => {
  if (rows < 2) return new Uint32Array()
  const pairs = new Uint32Array(2 * Math.min(most, (rows * (rows - 1)) / 2))
  for (let at = 0; at < pairs.length; at += 2) {
    const first = Math.floor(random() * rows)
    const second = Math.floor(random() * (rows - 1))
    pairs[at] = first
    pairs[at + 1] = second < first ? second : second + 1
  }
  return pairs
}

/** Some of the pairs whose rows both count, drawn without repetition. */
export const drawPairs = (
  pairs: RowPairs,
  counts: (row: number) => boolean,
  most: number,
  random: () => number,
): RowPairs => {
  const kept: number[] = []
  let seen = 0
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const first = pairs[at] as number
    const second = pairs[at + 1] as number
    if (!counts(first) || !counts(second)) continue
    seen += 1
    // Reservoir sampling (Vitter, ACM TOMS 11(1), 1985, algorithm R): one reading, however many pairs there are.
    const place = seen <= most ? seen - 1 : Math.floor(random() * seen)
    if (place >= most) continue
    kept[2 * place] = first
    kept[2 * place + 1] = second
  }
  return Uint32Array.from(kept)
}

/** The cosine of each pair, of rows of any length above zero. */
export const pairCosines = ({ columns, values }: DenseMatrix, pairs: RowPairs): Float64Array =>
  Float64Array.from({ length: pairs.length / 2 }, (_, at) => {
    const a = (pairs[2 * at] as number) * columns
    const b = (pairs[2 * at + 1] as number) * columns
    const lengths = Math.sqrt(dotProduct(values, a, values, a, columns) * dotProduct(values, b, values, b, columns))
    return Math.min(1, Math.max(-1, dotProduct(values, a, values, b, columns) / lengths))
  })
