/** Rows of sparse features in one block: row r holds the entries from starts[r] to starts[r + 1]. */
export type Rows = {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
  readonly width: number
}

export type Entry = readonly [column: number, value: number]

export const packRows = (rows: readonly (readonly Entry[])[], width: number): Rows => {
  const size = rows.reduce((sum, row) => sum + row.length, 0)
  const starts = new Int32Array(rows.length + 1)
  const columns = new Int32Array(size)
  const values = new Float32Array(size)
  let at = 0
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of row) {
      columns[at] = column
      values[at] = value
      at += 1
    }
    starts[index + 1] = at
  }
  return { starts, columns, values, width }
}

/** Which features a model keeps, in the order of their columns. */
export type Vocabulary = { readonly names: readonly string[]; readonly columnOf: ReadonlyMap<string, number> }

export const vocabularyOf = (names: readonly string[]): Vocabulary => ({
  names,
  columnOf: new Map(names.map((name, column) => [name, column])),
})

/**
 * Features common enough to be learnt from and to betray nobody: seen in `minRows` pull requests of `minGroups`
 * repositories, each of which counts only with two rows of its own. What one project alone says does not carry over to another.
 */
export const selectVocabulary = (
  bags: readonly (readonly string[])[],
  groups: readonly string[],
  { minRows, minGroups }: { readonly minRows: number; readonly minGroups: number },
): Vocabulary => {
  const seen = new Map<string, Map<string, number>>()
  for (const [row, bag] of bags.entries()) {
    const group = groups[row] ?? ''
    for (const name of bag) {
      const counts = seen.get(name)
      if (counts) counts.set(group, (counts.get(group) ?? 0) + 1)
      else seen.set(name, new Map([[group, 1]]))
    }
  }
  const names: string[] = []
  for (const [name, counts] of seen) {
    let rows = 0
    let spread = 0
    for (const count of counts.values()) {
      rows += count
      if (count >= 2) spread += 1
    }
    if (rows >= minRows && spread >= minGroups) names.push(name)
  }
  return vocabularyOf(names.sort())
}

/** The known names of a bag as entries of value 1; the bag names each at most once. */
export const entriesOf = (bag: readonly string[], { columnOf }: Vocabulary): Entry[] => {
  const entries: Entry[] = []
  for (const name of bag) {
    const column = columnOf.get(name)
    if (column !== undefined) entries.push([column, 1])
  }
  return entries
}
