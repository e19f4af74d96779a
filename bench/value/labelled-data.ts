import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type LabelledKind, type LearnedKind, splitTitle } from '@assay/value/training'

/** A released pull request as the data has it; `kind` is estimated later, by a model that has not seen its repository. */
export type ReleasedPullRequest = {
  readonly repository: string
  readonly release: string
  readonly facts: LabelledKind['facts']
  readonly notable: boolean
}

const kindOfLabel: Readonly<Record<string, LearnedKind>> = {
  feat: 'feature',
  fix: 'fix',
  perf: 'perf',
  refactor: 'refactor',
  docs: 'docs',
  test: 'test',
  build: 'chore',
  ci: 'chore',
  style: 'chore',
  chore: 'chore',
}

const readLines = async <T>(path: string): Promise<T[]> =>
  gunzipSync(await readFile(path))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

type Common = {
  repo: string
  body: string | null
  files: string[] | null
  files_total: number | null
  additions: number | null
  deletions: number | null
  bot: boolean
}

const factsOf = (row: Common, title: string): LabelledKind['facts'] => ({
  title,
  body: row.body,
  files: row.files?.map((path) => ({ path })),
  filesTotal: row.files_total,
  additions: row.additions,
  deletions: row.deletions,
})

/** Pull requests whose author declared their kind, reverts left out; their titles do not tell it. */
export const readKinds = async (folder: string): Promise<LabelledKind[]> => {
  const rows = await readLines<Common & { title_without_prefix: string; label: string; deps: boolean }>(
    join(folder, 'B.type_labels.jsonl.gz'),
  )
  return rows.flatMap((row) => {
    const kind = row.deps ? 'deps' : kindOfLabel[row.label]
    return kind ? [{ repository: row.repo, facts: factsOf(row, row.title_without_prefix), kind }] : []
  })
}

type Importance = Common & { release: string; title: string; notable: 0 | 1 }

const readImportance = (folder: string) => readLines<Importance>(join(folder, 'C.importance.jsonl.gz'))

const TYPES = /^(feat|fix|perf|refactor|docs|tests?|build|ci|style|chore)$/

/** More of the same from the released pull requests whose titles are in the conventional form. */
export const readDeclaredKinds = async (folder: string): Promise<LabelledKind[]> =>
  (await readImportance(folder)).flatMap((row) => {
    const { words, prefix, kind } = splitTitle(row.title)
    if (!row.files || kind === null || !TYPES.test(prefix ?? '')) return []
    const isUpdate = row.bot && /bump|update|renovate/i.test(row.title)
    return [{ repository: row.repo, facts: factsOf(row, words), kind: isUpdate ? ('deps' as const) : kind }]
  })

/** People joining and releases being cut are announced, and are no work that was done. */
const CEREMONY = / to (?:the )?(?:collaborators|tsc|emeritus)|release key|^\d{4}-\d\d-\d\d,? version/i

/** Released pull requests of people; dependency updates are judged by another measure and left out. */
export const readReleased = async (folder: string): Promise<ReleasedPullRequest[]> =>
  (await readImportance(folder)).flatMap((row) => {
    const { prefix, kind } = splitTitle(row.title)
    if (row.bot || kind === 'deps' || prefix?.startsWith('deps') || CEREMONY.test(row.title)) return []
    return [{ repository: row.repo, release: row.release, facts: factsOf(row, row.title), notable: row.notable === 1 }]
  })
