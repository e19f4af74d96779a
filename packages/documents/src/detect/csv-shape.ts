type CsvShape = { readonly delimiter: string; readonly columns: number }

const DELIMITERS = [',', '\t', ';', '|']
const SAMPLE_LINES = 50

/** Columns in a line, with delimiters inside quotes left alone. */
function columnsOf(line: string, delimiter: string): number {
  let columns = 1
  let quoted = false
  for (const character of line) {
    if (character === '"') quoted = !quoted
    else if (character === delimiter && !quoted) columns += 1
  }
  return columns
}

/** The delimiter that gives nearly every line the same number of columns, at least two; undefined for other text. */
export function csvShape(text: string): CsvShape | undefined {
  const lines = text
    .slice(0, 16_384)
    .split(/\r?\n/)
    .slice(0, SAMPLE_LINES)
    .filter((line) => line.trim() !== '')
  if (lines.length < 2) return undefined
  // Tables of Markdown are parted by bars too.
  if (lines.some((line) => /^\s*\|?\s*:?-{3,}/.test(line))) return undefined
  const shapes = DELIMITERS.flatMap((delimiter) => {
    const columns = columnsOf(lines[0] ?? '', delimiter)
    const agreeing = lines.filter((line) => columnsOf(line, delimiter) === columns).length
    // A quoted cell may run over lines, and the sample's last line may be cut.
    const isProse =
      delimiter === ',' && lines.filter((line) => /[,;] \p{L}.*[.!?]$/u.test(line)).length > lines.length / 3
    return columns > 1 && !isProse && agreeing >= lines.length * 0.8 - 1 && agreeing >= 2
      ? [{ delimiter, columns }]
      : []
  })
  return shapes.sort((one, other) => other.columns - one.columns)[0]
}
