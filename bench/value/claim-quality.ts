import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Claim, extractFromLine } from '@assay/value'

type Stated = { start: number; end: number; value: number | [number, number] | null; unit: string | null }
type Line = { text: string; is_claim: boolean; claims: Stated[] }

export type ClaimOutcome = {
  readonly isClaim: boolean
  readonly found: boolean
  readonly foundByPattern: boolean
  /** Of the spans that stand in the line: how many were found, and of these how many with the right value and unit. */
  readonly spans: number
  readonly hits: number
  readonly right: number
}

/** What a wide pattern takes for a claim: a number with a unit of change and a word of change. */
const WIDE =
  /\d[\d.,]*\s*(?:%|x\b|×|ms\b|s\b|sec|min|kb|mb|gb|bytes|ns\b).*(?:fast|slow|reduc|improv|sav|less|small|decreas|increas|speed|perf|from|drop|cut)|(?:fast|slow|reduc|improv|sav|less|small|decreas|increas|speed|perf|from|drop|cut).*\d[\d.,]*\s*(?:%|x\b|×|ms\b|s\b|sec|min|kb|mb|gb|bytes|ns\b)/i

/** Reads lines whose claims people marked, and what is found in each. */
export const judgeClaims = async (folder: string): Promise<ClaimOutcome[]> => {
  const text = gunzipSync(await readFile(join(folder, 'D.claims.jsonl.gz'))).toString()
  return text
    .trim()
    .split('\n')
    .map((line) => judge(JSON.parse(line) as Line))
}

const judge = ({ text, is_claim: isClaim, claims }: Line): ClaimOutcome => {
  const found = extractFromLine(text)
  const hits = claims.map((claim) => found.filter(({ start, end }) => start < claim.end && end > claim.start))
  return {
    isClaim,
    found: found.length > 0,
    foundByPattern: WIDE.test(text),
    spans: claims.length,
    hits: hits.filter((same) => same.length > 0).length,
    right: hits.filter((same, at) => same.some((claim) => agrees(claim, claims[at]))).length,
  }
}

const agrees = (claim: Claim, stated: Stated | undefined): boolean =>
  JSON.stringify(claim.value) === JSON.stringify(stated?.value ?? null) &&
  claim.unit?.toLowerCase() === (stated?.unit ?? undefined)?.toLowerCase()

/** F1 over lines: does a line state a claim at all? */
export const lineF1 = (outcomes: readonly ClaimOutcome[], found: (outcome: ClaimOutcome) => boolean): number => {
  const hits = outcomes.filter((outcome) => outcome.isClaim && found(outcome)).length
  const said = outcomes.filter(found).length
  const there = outcomes.filter(({ isClaim }) => isClaim).length
  return (2 * hits) / (said + there)
}

export const valueAccuracy = (outcomes: readonly ClaimOutcome[]): number =>
  outcomes.reduce((sum, { right }) => sum + right, 0) / outcomes.reduce((sum, { hits }) => sum + hits, 0)
