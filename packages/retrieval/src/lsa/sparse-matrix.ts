/** A sparse matrix by rows: the entries of row r are those from `starts[r]` up to `starts[r + 1]`. */
export type SparseMatrix = {
  readonly rows: number
  readonly columns: number
  readonly starts: Uint32Array
  readonly indexes: Uint32Array
  readonly values: Float32Array
}

/** A dense matrix by rows in one array. */
export type DenseMatrix = { readonly rows: number; readonly columns: number; readonly values: Float32Array }

export const denseMatrix = (rows: number, columns: number): DenseMatrix => ({
  rows,
  columns,
  values: new Float32Array(rows * columns),
})

/** The same entries by columns. Multiplying with this one reads what multiplying with the other would scatter. */
export const transpose = (a: SparseMatrix): SparseMatrix => {
  const starts = new Uint32Array(a.columns + 1)
  for (const column of a.indexes) starts[column + 1] = (starts[column + 1] ?? 0) + 1
  for (let column = 0; column < a.columns; column += 1)
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0)
  const next = starts.slice()
  const indexes = new Uint32Array(a.indexes.length)
  const values = new Float32Array(a.values.length)
  for (let row = 0; row < a.rows; row += 1) {
    const end = a.starts[row + 1] ?? 0
    for (let at = a.starts[row] ?? 0; at < end; at += 1) {
      const column = a.indexes[at] ?? 0
      const place = next[column] ?? 0
      next[column] = place + 1
      indexes[place] = row
      values[place] = a.values[at] ?? 0
    }
  }
  return { rows: a.columns, columns: a.rows, starts, indexes, values }
}

/**
 * A · X, summed in double precision. The loop in which training spends its time: four rows of X are added at a time,
 * since writing the sums back costs more than adding.
 */
export const multiplySparse = (a: SparseMatrix, x: DenseMatrix): DenseMatrix => {
  const width = x.columns
  const product = denseMatrix(a.rows, width)
  const sums = new Float64Array(width)
  for (let row = 0; row < a.rows; row += 1) {
    sums.fill(0)
    const end = a.starts[row + 1] ?? 0
    let at = a.starts[row] ?? 0
    for (; at + 3 < end; at += 4) addFour(sums, a, at, x)
    for (; at < end; at += 1) addOne(sums, a, at, x)
    product.values.set(sums, row * width)
  }
  return product
}

const addFour = (sums: Float64Array, { indexes, values }: SparseMatrix, at: number, x: DenseMatrix): void => {
  const width = x.columns
  const source = x.values
  const f0 = values[at] as number
  const f1 = values[at + 1] as number
  const f2 = values[at + 2] as number
  const f3 = values[at + 3] as number
  const x0 = (indexes[at] as number) * width
  const x1 = (indexes[at + 1] as number) * width
  const x2 = (indexes[at + 2] as number) * width
  const x3 = (indexes[at + 3] as number) * width
  for (let k = 0; k < width; k += 1) {
    sums[k] =
      (sums[k] as number) +
      f0 * (source[x0 + k] as number) +
      f1 * (source[x1 + k] as number) +
      f2 * (source[x2 + k] as number) +
      f3 * (source[x3 + k] as number)
  }
}

const addOne = (sums: Float64Array, { indexes, values }: SparseMatrix, at: number, x: DenseMatrix): void => {
  const factor = values[at] as number
  const from = (indexes[at] as number) * x.columns
  for (let k = 0; k < x.columns; k += 1) sums[k] = (sums[k] as number) + factor * (x.values[from + k] as number)
}
