import { type PathClass, pathClassOf } from '../kind/path-classes.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'

type FileClass = 'code' | 'test' | 'docs' | 'configuration'

/** What a line of each class takes against a line of code. Set by hand, as is usual for such weights. */
const weightOf: Readonly<Record<FileClass, number>> = { code: 1, test: 0.6, docs: 0.4, configuration: 0.4 }

const classOf: Readonly<Record<PathClass, FileClass | null>> = {
  source: 'code',
  types: 'code',
  script: 'code',
  test: 'test',
  bench: 'test',
  example: 'test',
  docs: 'docs',
  changes: 'docs',
  ci: 'configuration',
  tooling: 'configuration',
  manifest: 'configuration',
  asset: 'configuration',
  other: 'configuration',
  lock: null,
  generated: null,
}

/** Behind so many lines of one file further ones count by their logarithm only: bulk is moved, not written. */
const FULL_LINES = 500

export type Counted = {
  readonly fileClass: FileClass
  readonly files: number
  readonly lines: number
  readonly weight: number
}
export type LeftOut = {
  readonly path: string
  /** Null when only the size of the whole is known. */
  readonly lines: number | null
  readonly why: 'lock file' | 'generated or vendored' | 'moved'
}

export type WeighedLines = {
  /** Lines as if all of them were code. */
  readonly weighed: number
  readonly files: number
  readonly counted: readonly Counted[]
  readonly leftOut: readonly LeftOut[]
  /** Whether each file came with a size of its own; otherwise the whole was shared out evenly. */
  readonly exact: boolean
}

/** Weighs the lines that somebody wrote, and lists what was left out and why. Null when the size is not known. */
export const weighLines = ({ files, additions, deletions }: PullRequestFacts): WeighedLines | null => {
  const listed = files ?? []
  const exact = listed.length > 0 && listed.every((file) => file.additions !== undefined)
  const whole =
    typeof additions === 'number' || typeof deletions === 'number' ? (additions ?? 0) + (deletions ?? 0) : null
  if (!exact && whole === null) return null
  const linesOf = (file: (typeof listed)[number]) =>
    exact ? (file.additions ?? 0) + (file.deletions ?? 0) : (whole ?? 0) / listed.length
  const leftOut: LeftOut[] = []
  const sums = new Map<FileClass, { files: number; lines: number; weighed: number }>()
  const count = (fileClass: FileClass, lines: number) => {
    const sum = sums.get(fileClass) ?? { files: 0, lines: 0, weighed: 0 }
    const capped = lines <= FULL_LINES ? lines : FULL_LINES * (1 + Math.log(lines / FULL_LINES))
    sums.set(fileClass, {
      files: sum.files + 1,
      lines: sum.lines + lines,
      weighed: sum.weighed + weightOf[fileClass] * capped,
    })
  }
  for (const file of listed) {
    const lines = linesOf(file)
    const why = whyLeftOut(file, lines)
    if (why) leftOut.push({ path: file.path, lines: exact ? lines : null, why })
    else count(classOf[pathClassOf(file.path)] ?? 'code', lines)
  }
  if (listed.length === 0) count('code', whole ?? 0)
  return {
    weighed: [...sums.values()].reduce((sum, { weighed }) => sum + weighed, 0),
    files: [...sums.values()].reduce((sum, part) => sum + part.files, 0),
    counted: [...sums].map(([fileClass, { files: number, lines }]) => ({
      fileClass,
      files: number,
      lines: Math.round(lines),
      weight: weightOf[fileClass],
    })),
    leftOut,
    exact,
  }
}

const whyLeftOut = (
  { path, previousPath }: NonNullable<PullRequestFacts['files']>[number],
  lines: number,
): LeftOut['why'] | null => {
  const pathClass = pathClassOf(path)
  if (pathClass === 'lock') return 'lock file'
  if (pathClass === 'generated') return 'generated or vendored'
  return previousPath !== undefined && lines === 0 ? 'moved' : null
}
