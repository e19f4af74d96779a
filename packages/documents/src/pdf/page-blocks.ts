import { type DraftBlock, heading, list, paragraph, table } from '../text/draft.ts'
import { joinLines, type Vocabulary } from './hyphens.ts'
import type { Line } from './lines.ts'
import { regionOf } from './page-runs.ts'
import type { Area } from './reading-order.ts'

/** What the whole document says about its type: sizes of body and headings, distance of lines, words in use. */
type Typography = {
  readonly bodySize: number
  /** Sizes above the body's, largest first. */
  readonly headingSizes: readonly number[]
  /** Distance of baselines in a paragraph, as a multiple of the size. */
  readonly leading: number
  readonly vocabulary: Vocabulary
}

const HEADING_RATIO = 1.15
const MAX_HEADING_CHARACTERS = 200
const ITEM = /^([•●○◦▪■‣·–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)/i

const roundSize = (size: number): number => Math.round(size * 2) / 2

function mode(counts: ReadonlyMap<number, number>, fallback: number): number {
  let best = fallback
  let most = 0
  for (const [value, count] of counts)
    if (count > most) {
      best = value
      most = count
    }
  return best
}

export function readTypography(areas: readonly Area[], vocabulary: Vocabulary): Typography {
  const sizes = new Map<number, number>()
  const leadings = new Map<number, number>()
  const add = (counts: Map<number, number>, value: number, count: number) =>
    counts.set(value, (counts.get(value) ?? 0) + count)
  for (const area of areas) {
    if (area.kind === 'table') continue
    for (const [at, line] of area.lines.entries()) {
      add(sizes, roundSize(line.size), line.text.length)
      const above = area.lines[at - 1]
      if (above && roundSize(above.size) === roundSize(line.size))
        add(leadings, Math.round(((line.y - above.y) / line.size) * 20) / 20, 1)
    }
  }
  const bodySize = mode(sizes, 10)
  const headingSizes = [...sizes.keys()]
    .filter((size) => size >= bodySize * HEADING_RATIO)
    .sort((one, other) => other - one)
  // Where most paragraphs have one line, the commonest distance is the one between paragraphs.
  return { bodySize, headingSizes, leading: Math.min(1.7, mode(leadings, 1.2)), vocabulary }
}

const startOf = (line: Line): number => line.runs[0]?.x ?? 0

/** A line that is set in begins something; one that is set out does too, unless only the first line was set in. */
function isIndented(line: Line, open: readonly Line[], { bodySize }: Typography): boolean {
  const above = open.at(-1)
  if (!above || line.size >= bodySize * HEADING_RATIO) return false
  const step = startOf(line) - startOf(above)
  return step > line.size * 0.8 || (step < -line.size * 0.8 && open.length > 1)
}

function beginsNew(line: Line, open: readonly Line[], type: Typography): boolean {
  const above = open.at(-1)
  return (
    above !== undefined &&
    ((line.y - above.y) / line.size > type.leading * 1.2 ||
      Math.abs(line.size - above.size) > above.size * 0.1 ||
      ITEM.test(line.text) ||
      // The lines of an item hang under its text, not under its mark.
      (isIndented(line, open, type) && !ITEM.test(open[0]?.text ?? '')))
  )
}

/** Parts lines into runs that belong together: a paragraph, a heading or one item of a list. */
function* chunks(lines: readonly Line[], type: Typography): Generator<Line[]> {
  let open: Line[] = []
  for (const line of lines) {
    if (beginsNew(line, open, type)) {
      yield open
      open = []
    }
    open.push(line)
  }
  if (open.length > 0) yield open
}

const marker = (found: string): string => (/\d/.test(found) ? `${found.replace(/\D/g, '')}.` : '-')

function areaBlocks(area: Area, page: number, type: Typography): DraftBlock[] {
  if (area.kind === 'table') return [table(area.rows, { page, region: regionOf(area.runs) })]
  const blocks: DraftBlock[] = []
  let items: { lines: Line[]; marker: string; text: string }[] = []
  const flush = () => {
    const region = regionOf(items.flatMap((item) => item.lines.flatMap((line) => line.runs)))
    if (items.length > 0)
      blocks.push(
        list(
          items.map((item) => ({ ...item, depth: 0 })),
          { page, region },
        ),
      )
    items = []
  }
  for (const lines of chunks(area.lines, type)) {
    const text = joinLines(
      lines.map((line) => line.text),
      type.vocabulary,
    )
    const origin = { page, region: regionOf(lines.flatMap((line) => line.runs)) }
    const item = ITEM.exec(text)
    const level = type.headingSizes.indexOf(roundSize(lines[0]?.size ?? 0)) + 1
    const isHeading = level > 0 && text.length <= MAX_HEADING_CHARACTERS
    if (item && !isHeading) {
      items.push({ lines, marker: marker(item[1] ?? '-'), text: text.slice(item[0].length) })
      continue
    }
    flush()
    blocks.push(isHeading ? heading(level, text, origin) : paragraph(text, origin))
  }
  flush()
  return blocks
}

export const pageBlocks = (areas: readonly Area[], page: number, type: Typography): DraftBlock[] =>
  areas.flatMap((area) => areaBlocks(area, page, type))
