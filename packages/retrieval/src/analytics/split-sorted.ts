/** Sorts some numbers once, and then gives any part of them and the rest, both sorted, by one walk. */
export const splitSorter = (
  columns: readonly Float64Array[],
): ((chosen: Uint32Array) => [rest: Float64Array[], chosen: Float64Array[]]) => {
  const orders = columns.map((values) =>
    Uint32Array.from({ length: values.length }, (_, at) => at).sort(
      (a, b) => (values[a] as number) - (values[b] as number),
    ),
  )
  return (chosen) => {
    const isChosen = new Uint8Array(columns[0]?.length ?? 0)
    for (const row of chosen) isChosen[row] = 1
    const parts = columns.map((values, column) => splitOne(values, orders[column] ?? new Uint32Array(), isChosen))
    return [parts.map(([rest]) => rest), parts.map(([, part]) => part)]
  }
}

const splitOne = (values: Float64Array, order: Uint32Array, isChosen: Uint8Array): [Float64Array, Float64Array] => {
  const rest = new Float64Array(values.length)
  const chosen = new Float64Array(values.length)
  let inRest = 0
  let inChosen = 0
  for (const row of order) {
    if (isChosen[row]) {
      chosen[inChosen] = values[row] as number
      inChosen += 1
    } else {
      rest[inRest] = values[row] as number
      inRest += 1
    }
  }
  return [rest.subarray(0, inRest), chosen.subarray(0, inChosen)]
}
