import type { ExtractedDocument } from '../extracted-document.ts'
import type { Format } from '../formats.ts'
import type { Measures } from './measures.ts'
import { mapPages, type PageQuality } from './page-map.ts'
import { readProse } from './prose.ts'
import { type Readability, readReadability } from './readability.ts'
import { type Contribution, scoreQuality } from './score-quality.ts'
import { measureText } from './text-measures.ts'

export type Quality = {
  /** 0 to 100: the sum of the contributions' points. */
  readonly score: number
  readonly contributions: readonly Contribution[]
  readonly measures: Measures
  readonly readability: Readability | null
  readonly pages: readonly PageQuality[]
  readonly format: Format
  /** Tables, data and source are not held to the measures of prose. */
  readonly isProse: boolean
}

const DOUBTFUL = 60
const NOT_PROSE: readonly Format[] = ['csv', 'xlsx', 'json', 'source']

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function measureOcr({ ocr }: ExtractedDocument) {
  const words = ocr?.pages.flatMap((page) => page.words.map((word) => word.confidence)) ?? []
  if (!ocr || words.length === 0)
    return { ocrWordConfidence: null, ocrWorstPageConfidence: null, ocrDoubtfulWordShare: null }
  return {
    ocrWordConfidence: mean(words),
    ocrWorstPageConfidence: Math.min(...ocr.pages.map((page) => page.confidence)),
    ocrDoubtfulWordShare: words.filter((confidence) => confidence < DOUBTFUL).length / words.length,
  }
}

/** How well a document came through its extraction. */
export function assessQuality(document: ExtractedDocument): Quality {
  const prose = readProse(document)
  const pages = mapPages(document)
  const isProse = !NOT_PROSE.includes(document.format)
  const measures: Measures = {
    ...measureText(prose, document.language),
    ...measureOcr(document),
    coverage: pages.length === 0 ? null : pages.filter((page) => page.words > 0).length / pages.length,
  }
  return {
    ...scoreQuality(measures, isProse),
    measures,
    readability: isProse ? readReadability(prose, document.language) : null,
    pages,
    format: document.format,
    isProse,
  }
}
