const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []

function counts(items: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1)
  return found
}

const overlap = (one: readonly string[], other: readonly string[]): number => {
  const there = counts(other)
  return [...counts(one)].reduce((sum, [item, count]) => sum + Math.min(count, there.get(item) ?? 0), 0)
}

/** The share of the source's words, each counted as often as it occurs, that are in the result. */
export function wordRecall(source: string, result: string): number {
  const expected = words(source)
  return expected.length === 0 ? 1 : overlap(expected, words(result)) / expected.length
}

function uniqueTrigrams(text: string): Map<string, number> {
  const found = words(text)
  const places = new Map<string, number>()
  const seen = new Set<string>()
  for (let at = 0; at + 2 < found.length; at += 1) {
    const key = found.slice(at, at + 3).join(' ')
    if (seen.has(key)) places.delete(key)
    else places.set(key, at)
    seen.add(key)
  }
  return places
}

/** Kendall's tau-a (1938) over the order of the word trigrams that occur once in both texts. */
export function orderAgreement(source: string, result: string): number {
  const there = uniqueTrigrams(result)
  const places = [...uniqueTrigrams(source).keys()].flatMap((key) => there.get(key) ?? [])
  let discordant = 0
  for (let one = 0; one < places.length; one += 1)
    for (let other = one + 1; other < places.length; other += 1)
      if ((places[one] ?? 0) > (places[other] ?? 0)) discordant += 1
  const pairs = (places.length * (places.length - 1)) / 2
  return pairs === 0 ? 0 : 1 - (2 * discordant) / pairs
}

const clean = (cell: string): string => words(cell).join(' ')

const cellKeys = (tables: readonly (readonly (readonly string[])[])[]): string[] =>
  tables.flatMap((rows, table) =>
    rows.flatMap((row, at) => row.map((cell, column) => `${table}/${at}/${column}/${clean(cell)}`)),
  )

/** F1 over cells: one counts as right with the right text in the right table, row and column. */
export function tableCellF1(
  expected: readonly (readonly (readonly string[])[])[],
  found: readonly (readonly (readonly string[])[])[],
): number {
  const one = cellKeys(expected)
  const other = cellKeys(found)
  return one.length + other.length === 0 ? 1 : (2 * overlap(one, other)) / (one.length + other.length)
}

/** The tables in Markdown text, without their rules. */
export function readTables(text: string): string[][][] {
  return text
    .split('\n\n')
    .filter((block) => /^\| .*\n\| ---/.test(block))
    .map((block) =>
      block
        .split('\n')
        .filter((_, row) => row !== 1)
        .map((line) =>
          line
            .slice(1, -1)
            .split(/(?<!\\)\|/)
            .map((cell) => cell.trim()),
        ),
    )
}

/** One minus the edit distance (Levenshtein, 1966) over the source's length, with white space made one space. */
export function characterAccuracy(source: string, result: string): number {
  const one = source.replace(/\s+/g, ' ').trim()
  const other = result.replace(/\s+/g, ' ').trim()
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    row = next
  }
  return 1 - (row.at(-1) ?? 0) / Math.max(1, one.length)
}
