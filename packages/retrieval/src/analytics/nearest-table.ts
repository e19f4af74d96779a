import { dotProduct } from '../lsa/dot-product.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'

/** For each row its best matches, best first: those of row r from r × width on. Places that are not filled score −Infinity. */
export type NearestTable = { readonly width: number; readonly ids: Uint32Array; readonly scores: Float64Array }

export const nearestTable = (rows: number, width: number): NearestTable => ({
  width,
  ids: new Uint32Array(rows * width),
  scores: new Float64Array(rows * width).fill(Number.NEGATIVE_INFINITY),
})

/** Of equal scores the one that was offered first is kept. */
export const offer = ({ width, ids, scores }: NearestTable, row: number, id: number, score: number): void => {
  const from = row * width
  let place = from + width - 1
  if (!(score > (scores[place] as number))) return
  while (place > from && (scores[place - 1] as number) < score) {
    scores[place] = scores[place - 1] as number
    ids[place] = ids[place - 1] as number
    place -= 1
  }
  scores[place] = score
  ids[place] = id
}

export type NeighbourPass = {
  readonly nearest: NearestTable
  /** Pairs whose cosine is at least the threshold. */
  readonly pairsAbove: number
}

/** The exact nearest neighbours among unit rows, by all rows × (rows − 1) / 2 pairs. */
export const nearestAmong = (units: DenseMatrix, width: number, threshold: number): NeighbourPass => {
  const { rows, columns, values } = units
  const nearest = nearestTable(rows, Math.min(width, Math.max(1, rows - 1)))
  let pairsAbove = 0
  for (let row = 1; row < rows; row += 1) {
    for (let other = 0; other < row; other += 1) {
      const cosine = dotProduct(values, row * columns, values, other * columns, columns)
      if (cosine >= threshold) pairsAbove += 1
      offer(nearest, row, other, cosine)
      offer(nearest, other, row, cosine)
    }
  }
  return { nearest, pairsAbove }
}
