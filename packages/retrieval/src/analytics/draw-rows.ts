/** Rows that belong together: those of unit u are `rows` from `starts[u]` up to `starts[u + 1]`. */
export type Units = { readonly rows: Uint32Array; readonly starts: Uint32Array }

/** Every row alone, or the rows of one label together. */
export const unitsOf = (rows: Uint32Array, labels?: readonly string[]): Units => {
  if (!labels) return { rows, starts: Uint32Array.from({ length: rows.length + 1 }, (_, at) => at) }
  const groups = groupRows(rows, labels)
  const together = new Uint32Array(rows.length)
  const starts = new Uint32Array(groups.size + 1)
  let unit = 0
  let filled = 0
  for (const group of groups.values()) {
    together.set(group, filled)
    filled += group.length
    unit += 1
    starts[unit] = filled
  }
  return { rows: together, starts }
}

/** The rows of each label, in the order in which the labels come. */
export const groupRows = (rows: Uint32Array, labels: readonly string[]): Map<string, number[]> => {
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    const label = labels[row] ?? ''
    const group = groups.get(label)
    if (group) group.push(row)
    else groups.set(label, [row])
  }
  return groups
}

/** Whole units in random order until there are enough rows; the last unit may be cut. All rows when there are fewer. */
export const drawRows = ({ rows, starts }: Units, size: number, random: () => number): Uint32Array => {
  const count = starts.length - 1
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  const drawn = new Uint32Array(Math.min(size, rows.length))
  let filled = 0
  for (let at = 0; at < count && filled < drawn.length; at += 1) {
    const other = at + Math.floor(random() * (count - at))
    const unit = order[other] ?? 0
    order[other] = order[at] ?? 0
    const from = starts[unit] ?? 0
    const to = Math.min(starts[unit + 1] ?? 0, from + drawn.length - filled)
    drawn.set(rows.subarray(from, to), filled)
    filled += to - from
  }
  return drawn
}
