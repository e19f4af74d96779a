import type { PullRequestFacts } from '../pull-request-facts.ts'
import { type EffortModel, effortModel } from './effort-model.ts'
import { type Counted, type LeftOut, type WeighedLines, weighLines } from './weigh-lines.ts'

type Hours = readonly [low: number, high: number]

export type Effort =
  | {
      readonly status: 'estimated'
      /** Hours of work at the keyboard, the middle of what is likely. */
      readonly hours: number
      readonly interval50: Hours
      readonly interval90: Hours
      readonly counted: readonly Counted[]
      readonly leftOut: readonly LeftOut[]
      /** How many files were left out, more than are listed perhaps. */
      readonly leftOutFiles: number
      readonly widenedBecause: string | null
    }
  | { readonly status: 'unknown'; readonly because: string }

const LEFT_OUT_LISTED = 50
/** Changes when the weights of lines or the fitted model do. */
export const EFFORT_VERSION = 'effort@1.0.0'

/**
 * Estimates the hours that went into a pull request from the lines that somebody wrote. The intervals are those of
 * split conformal prediction (Lei et al., "Distribution-free predictive inference for regression", 2018) on the
 * logarithm of hours: as far off as the estimates were for pull requests of repositories that they had not seen.
 */
export const estimateEffort = (facts: PullRequestFacts, model: EffortModel = effortModel): Effort => {
  const lines = weighLines(facts)
  if (lines === null)
    return { status: 'unknown', because: 'neither its additions and deletions nor its files are known' }
  if (lines.files === 0 || lines.weighed === 0) {
    return {
      status: 'unknown',
      because: 'nothing in it counts as written: see what lock files, moves and generated code hold',
    }
  }
  const widenedBecause = whyWiden(facts, lines)
  const middle = logHours(lines, model)
  const interval = ([below, above]: readonly [number, number]): Hours => {
    const factor = widenedBecause === null ? 1 : 2
    return [rounded(Math.exp(middle + factor * below)), rounded(Math.exp(middle + factor * above))]
  }
  return {
    status: 'estimated',
    hours: rounded(Math.exp(middle)),
    interval50: interval(model.residuals50),
    interval90: interval(model.residuals90),
    counted: lines.counted,
    leftOut: lines.leftOut.slice(0, LEFT_OUT_LISTED),
    leftOutFiles: lines.leftOut.length,
    widenedBecause,
  }
}

/** The natural logarithm of hours: ln H = b0 + b1 ln(1 + lines) + b2 ln(1 + files). */
export const logHours = (
  { weighed, files }: Pick<WeighedLines, 'weighed' | 'files'>,
  { coefficients: [b0, b1, b2] }: Pick<EffortModel, 'coefficients'>,
): number => b0 + b1 * Math.log1p(weighed) + b2 * Math.log1p(files)

const ASSISTANTS = /\b(?:copilot|claude|cursor(?:agent)?|codex|devin|gemini|chatgpt|aider|openhands|jules|amp)\b/i
const BOT = /\[bot\]|\bbot\b|dependabot|renovate/i

/** Lines say less about hours when a machine wrote them. */
const whyWiden = ({ author, coAuthors = [], body }: PullRequestFacts, { exact }: WeighedLines): string | null => {
  const bot = [author ?? '', ...coAuthors].find((name) => BOT.test(name))
  if (bot !== undefined) return `'${bot}' is a program`
  const assisted =
    coAuthors.find((name) => ASSISTANTS.test(name)) ??
    /^(?:co-authored|assisted|generated)-by:.*$/im.exec(body ?? '')?.[0]
  if (assisted !== undefined && ASSISTANTS.test(assisted)) return `written with an assistant: ${assisted.trim()}`
  return exact ? null : 'its files come without sizes of their own'
}

/** Three digits are more than the figure deserves. */
const rounded = (hours: number): number => Number(hours.toPrecision(2))
