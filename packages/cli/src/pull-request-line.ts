import { commitMessages, type PullRequestFacts } from '@assay/value'
import { z } from 'zod'

/** A line that was understood, or what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly fault: string }

const count = z.number().nonnegative().nullish()
const id = z.union([z.string().min(1), z.number()])

const fileSchema = z.union([
  z.string().transform((path) => ({ path })),
  z
    .object({ path: z.string(), additions: count, deletions: count, previousPath: z.string().nullish() })
    .transform(({ path, additions, deletions, previousPath }) => ({
      path,
      additions: additions ?? undefined,
      deletions: deletions ?? undefined,
      previousPath: previousPath ?? undefined,
    })),
])

const commitSchema = z.object({ title: z.string(), body: z.string().optional() })

const pullRequestSchema = z.object({
  id: id.optional(),
  // Lines of a dump have these instead.
  number: z.number().nullish(),
  sha: z.string().nullish(),
  patch_id: z.string().nullish(),
  patchId: z.string().nullish(),
  repo: z.string().nullish(),
  title: z.string(),
  body: z.string().nullish(),
  author: z.string().nullish(),
  coAuthors: z.array(z.string()).nullish(),
  commits: z.array(z.union([z.string().transform((title) => ({ title })), commitSchema])).nullish(),
  additions: count,
  deletions: count,
  files: z.array(fileSchema).nullish(),
  files_total: count,
  changedFiles: count,
  type_prefix: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  merged_at: z.string().nullish(),
  mergedAt: z.string().nullish(),
})

const textSchema = z.object({ id, text: z.string() })

export type PullRequestLine = {
  readonly id: string | number
  readonly repository: string | null
  readonly number: number | null
  readonly sha: string | null
  /** As `git patch-id --stable` gives it. */
  readonly patchId: string | null
  readonly facts: PullRequestFacts
}

/** A line of pull requests as facts; what it does not have stays unknown. */
export const parsePullRequestLine = (line: unknown): Parsed<PullRequestLine> => {
  const parsed = pullRequestSchema.safeParse(line)
  if (!parsed.success) return { fault: describe(parsed.error) }
  const row = parsed.data
  const known = row.id ?? row.number ?? row.sha
  if (known === undefined || known === null) return { fault: 'id is missing; give each line one' }
  const mergedAt = row.merged_at ?? row.mergedAt
  if (mergedAt && Number.isNaN(Date.parse(mergedAt))) return { fault: 'merged_at is no date; give ISO 8601' }
  const number = row.number ?? numberOf(known)
  return {
    value: {
      id: known,
      repository: row.repo ?? null,
      number,
      sha: row.sha ?? null,
      patchId: row.patch_id ?? row.patchId ?? null,
      facts: {
        number,
        title: row.title,
        typePrefix: row.type_prefix,
        body: row.body,
        author: row.author,
        coAuthors: row.coAuthors ?? [],
        commitMessages: commitMessages({ title: row.title, body: row.body ?? '', commits: row.commits ?? [] }),
        additions: row.additions,
        deletions: row.deletions,
        files: row.files,
        filesTotal: row.files_total ?? row.changedFiles,
        labels: row.labels ?? [],
        mergedAt: mergedAt ? new Date(mergedAt) : null,
      },
    },
  }
}

/** "12", "#12" and "acme/shop#12" are numbers of pull requests. */
const numberOf = (id: string | number): number | null => {
  const [digits] = /(?<=^|#)\d{1,9}$/.exec(String(id)) ?? []
  return digits === undefined ? null : Number(digits)
}

/** A line of single texts. */
export const parseTextLine = (line: unknown): Parsed<z.output<typeof textSchema>> => {
  const parsed = textSchema.safeParse(line)
  return parsed.success ? { value: parsed.data } : { fault: describe(parsed.error) }
}

const describe = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ')
