/** A text in one spelling, with the way back: `origin[i]` is where character i of `text` stands in `source`. */
export type Canonical = { readonly source: string; readonly text: string; readonly origin: readonly number[] }

// Letters and signs that look like Latin ones. Folding whole words is harmless: spans are cut from the source.
const LOOK_ALIKES = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    ԁ: 'd',
    һ: 'h',
    ո: 'n',
    ɡ: 'g',
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    Х: 'X',
    І: 'I',
    ο: 'o',
    α: 'a',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Κ: 'K',
    Μ: 'M',
    Ο: 'O',
    Τ: 'T',
    Χ: 'X',
    ι: 'i',
    ν: 'v',
    μ: 'µ',
    '−': '-',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '﹣': '-',
    '’': "'",
    '‘': "'",
    '“': '"',
    '”': '"',
    '˜': '~',
    '∼': '~',
    '≈': '~',
    '≃': '~',
    '⁓': '~',
    '〜': '~',
    '٪': '%',
    '﹪': '%',
    '✕': '×',
    '✖': '×',
    '⨯': '×',
    '⟶': '→',
    '➜': '→',
    '➔': '→',
    '➡': '→',
    '⇒': '→',
    '➝': '→',
  }),
)

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u
const CLUSTER = /\r\n?|[^\p{M}]\p{M}*|\p{M}+/gu
const MAX_MARKS = 8

/** One spelling for what reads the same: line ends, NFC, full width, foreign digits, look-alikes, grouping, emphasis. */
export function canonicalise(source: string): Canonical {
  const characters: string[] = []
  const origin: number[] = []
  for (const { 0: cluster, index } of source.matchAll(CLUSTER)) {
    for (const character of spell(cluster)) {
      for (let unit = 0; unit < character.length; unit++) {
        characters.push(character[unit] ?? '')
        origin.push(index)
      }
    }
  }
  return dropMarkup(source, characters.join(''), origin)
}

/** Where a stretch of canonical text stands in the source. */
export function sourceSpan({ source, origin }: Canonical, start: number, end: number): { start: number; end: number } {
  const from = origin[start] ?? source.length
  const last = origin[end - 1] ?? from
  const cluster = source.slice(last, last + 2 + MAX_MARKS).match(/^(?:[^\p{M}]\p{M}*|\p{M}+)/u)
  return { start: from, end: last + (cluster?.[0].length ?? 0) }
}

function spell(cluster: string): string {
  if (cluster.startsWith('\r')) return '\n'
  if (INVISIBLE.test(cluster))
    return cluster.length === 1 ? '' : cluster.replace(new RegExp(INVISIBLE.source, 'gu'), '')
  if (cluster.length === 1 && cluster.charCodeAt(0) < 0x80) return cluster
  const known = LOOK_ALIKES.get(cluster)
  if (known !== undefined) return known
  if (/^[^\S\n]$/u.test(cluster)) return ' '
  const folded = /^[\uFF01-\uFFEE\u{1D400}-\u{1D7FF}]/u.test(cluster)
    ? cluster.normalize('NFKC')
    : cluster.normalize('NFC')
  return /^\p{Nd}$/u.test(folded) ? String(digitValue(folded)) : folded
}

// Decimal digits of every script come in runs of ten that start at a zero.
function digitValue(digit: string): number {
  let code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return code - 0x30
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return value
}

// Grouping commas and Markdown's emphasis and escapes split numbers and words without changing what they say.
const MARKUP =
  /(?<=\d),(?=\d{3}(?!\d))|\*\*+|__+(?=\W|$)|(?<![\w*])[*_](?=[\w~+$-])|(?<=[\w%.])\*(?!\w)|\\(?=[~*_+\-<>|#])/g

function dropMarkup(source: string, text: string, origin: readonly number[]): Canonical {
  const kept: string[] = []
  const keptOrigin: number[] = []
  let from = 0
  const keep = (until: number) => {
    kept.push(text.slice(from, until))
    for (let i = from; i < until; i++) keptOrigin.push(origin[i] ?? 0)
  }
  for (const { 0: mark, index } of text.matchAll(MARKUP)) {
    keep(index)
    from = index + mark.length
  }
  keep(text.length)
  return { source, text: kept.join(''), origin: keptOrigin }
}
