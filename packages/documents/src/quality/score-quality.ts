import type { Measures } from './measures.ts'

export type Contribution = {
  readonly name: string
  /** The points that a faultless document gets here; those of all contributions add up to 100. */
  readonly weight: number
  readonly points: number
  readonly note: string
}

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`

/** 1 up to the good value, 0 from the bad one on, straight between. */
const fall = (value: number, good: number, bad: number): number =>
  Math.min(1, Math.max(0, (bad - value) / (bad - good)))

type Part = { readonly name: string; readonly weight: number; readonly value: number; readonly note: string }

/** The parts that apply to a document, with weights relative to each other. Which and how much is our own choice. */
function partsOf(measures: Measures, isProse: boolean): Part[] {
  const { coverage, soundTableShare, ocrWordConfidence, ocrDoubtfulWordShare, stopWordShare } = measures
  const parts: Part[] = [
    {
      name: 'characters',
      weight: 20,
      value: fall(measures.garbageShare + measures.mojibakeShare, 0.002, 0.1),
      note: `${percent(measures.garbageShare)} of the characters are garbage, ${percent(measures.mojibakeShare)} of the words are wrongly decoded`,
    },
    {
      name: 'repetition',
      weight: 5,
      value: fall(measures.duplicateLineCharacterShare, 0.05, 0.6),
      note: `${percent(measures.duplicateLineCharacterShare)} of the characters are in repeated lines`,
    },
  ]
  if (coverage !== null)
    parts.push({ name: 'coverage', weight: 25, value: coverage, note: `${percent(coverage)} of the pages hold text` })
  if (soundTableShare !== null)
    parts.push({
      name: 'tables',
      weight: 5,
      value: soundTableShare,
      note: `${percent(soundTableShare)} of the tables are sound`,
    })
  if (ocrWordConfidence !== null && ocrDoubtfulWordShare !== null)
    parts.push({
      name: 'recognition',
      weight: 25,
      value: fall(100 - ocrWordConfidence, 8, 60),
      note: `words were recognised with a confidence of ${ocrWordConfidence.toFixed(0)}, ${percent(ocrDoubtfulWordShare)} of them doubtfully`,
    })
  if (!isProse || measures.words === 0) return parts
  parts.push(
    {
      name: 'words',
      weight: 20,
      value: fall(1 - measures.wordShapeShare, 0.12, 0.6),
      note: `${percent(measures.wordShapeShare)} of the words have the shape of words`,
    },
    {
      name: 'layout',
      weight: 15,
      value:
        (fall(measures.hyphenFaultsPerThousandWords, 1, 40) +
          fall(measures.columnFaultShare, 0.02, 0.4) +
          fall(measures.brokenFlowShare, 0.02, 0.4)) /
        3,
      note: `${measures.hyphenFaultsPerThousandWords.toFixed(1)} broken words in a thousand, ${percent(measures.columnFaultShare)} of the lines with gaps, ${percent(measures.brokenFlowShare)} of the paragraphs cut`,
    },
  )
  if (stopWordShare !== null && measures.words >= 50)
    parts.push({
      name: 'language',
      weight: 10,
      value: fall(0.4 - stopWordShare, 0.2, 0.38),
      note: `${percent(stopWordShare)} are common words of the language`,
    })
  return parts
}

/** The score and what it is made of: the points add up to it, and so do the reasons for what is missing to 100. */
export function scoreQuality(
  measures: Measures,
  isProse: boolean,
): { score: number; contributions: readonly Contribution[] } {
  const parts = partsOf(measures, isProse)
  const total = parts.reduce((sum, part) => sum + part.weight, 0)
  const contributions = parts.map(({ name, weight, value, note }) => {
    const scaled = (100 * weight) / total
    return { name, weight: scaled, points: scaled * value, note }
  })
  return { score: contributions.reduce((sum, { points }) => sum + points, 0), contributions }
}
