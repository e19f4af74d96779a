import type { JobState } from '@assay/contracts'
import { and, eq, gte, inArray, isNotNull, isNull, lt, or, sql as raw, type SQL } from 'drizzle-orm'
import { containsPattern } from '../contains-pattern.ts'
import { jobs } from '../schema/jobs.ts'
import type { MeantRepositories } from '../work/repository-sources.ts'

export type JobFilter = {
  states?: readonly JobState[]
  kind?: string
  parentId?: string
  rootId?: string
  /** Only jobs that no other job spawned. */
  rootsOnly?: boolean
  fingerprint?: string
  /** Jobs that collect these, with all they spawned; that report on them; that remove their clones. */
  repositories?: MeantRepositories
  errorCode?: string
  /** In the kind, the values of the payload or the error's message, or how the id begins. */
  text?: string
  createdFrom?: Date
  createdTo?: Date
}

/**
 * An id begins with the time when its process made it, and the row is committed a little later by the clock of the
 * database. So ids bound what is read, and the exact moment decides.
 */
const CLOCK_SLACK_MS = 300_000

/** What a row of `jobs` must fulfil. */
export function jobConditions(workspace: string, filter: JobFilter): SQL | undefined {
  const conditions: (SQL | undefined)[] = [eq(jobs.workspace, workspace)]
  if (filter.states?.length) conditions.push(inArray(jobs.state, [...filter.states]))
  if (filter.kind) conditions.push(eq(jobs.kind, filter.kind))
  if (filter.parentId) conditions.push(eq(jobs.parentId, filter.parentId))
  if (filter.rootId) conditions.push(eq(jobs.rootId, filter.rootId))
  if (filter.rootsOnly) conditions.push(isNull(jobs.parentId))
  if (filter.fingerprint) conditions.push(eq(jobs.fingerprint, filter.fingerprint))
  if (filter.repositories) conditions.push(concerns(workspace, filter.repositories))
  if (filter.errorCode) conditions.push(isNotNull(jobs.error), raw`${jobs.error} ->> 'code' = ${filter.errorCode}`)
  if (filter.text) conditions.push(containsText(filter.text))
  if (filter.createdFrom) conditions.push(gte(jobs.createdAt, filter.createdFrom), idsFrom(filter.createdFrom))
  if (filter.createdTo) conditions.push(lt(jobs.createdAt, filter.createdTo), idsTo(filter.createdTo))
  return and(...conditions)
}

/** Found from its roots: the jobs of one page name pull requests, and no repository. */
const concerns = (workspace: string, { ids, sources }: MeantRepositories) =>
  raw`${jobs.rootId} IN (
    SELECT job_id FROM collections WHERE repository_id = ANY(${raw.param(ids)}::uuid[])
    UNION ALL
    SELECT root.id FROM jobs root
     WHERE root.workspace = ${workspace} AND root.kind IN ('collect', 'remove-clone', 'report')
       AND (lower(coalesce(root.payload ->> 'source', root.payload ->> 'origin')) = ANY(${raw.param(sources)}::text[])
         OR root.payload ->> 'repository' = ANY(${raw.param(ids)}::text[])))`

const idsFrom = (moment: Date) => gte(jobs.id, lowestId(moment.getTime() - CLOCK_SLACK_MS))
const idsTo = (moment: Date) => lt(jobs.id, lowestId(moment.getTime() + CLOCK_SLACK_MS))

/** The lowest UUIDv7 of a millisecond since 1970 (RFC 9562, section 5.7); before 1970 there is none. */
function lowestId(ms: number): string {
  const hex = Math.min(Math.max(0, ms), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const ID_BEGINNING = /^[0-9a-f]{8}(?:-?[0-9a-f]{1,4}(?:-?[0-9a-f]{1,4}(?:-?[0-9a-f]{1,4}(?:-?[0-9a-f]{1,12})?)?)?)?$/i

function containsText(given: string): SQL | undefined {
  const text = given.toWellFormed()
  const pattern = containsPattern(text)
  // As JSON writes it, for a quick look before the values are taken apart.
  const written = containsPattern(JSON.stringify(text).slice(1, -1))
  return or(
    beginsId(text),
    raw`${jobs.kind} ILIKE ${pattern}`,
    raw`${jobs.error} ->> 'message' ILIKE ${pattern}`,
    raw`(${jobs.payload}::text COLLATE "C" ILIKE ${written} AND ${jobs.payload} @? ${valuePath(text)}::jsonpath)`,
  )
}

/** Ids sort as they are written, so those that begin alike stand together. */
function beginsId(text: string): SQL | undefined {
  if (!ID_BEGINNING.test(text)) return undefined
  const digits = text.replaceAll('-', '')
  return raw`${jobs.id} BETWEEN ${digits.padEnd(32, '0')}::uuid AND ${digits.padEnd(32, 'f')}::uuid`
}

/** Strings with the text anywhere in them, and the number that it may be. The text is quoted, and no pattern. */
function valuePath(text: string): string {
  const number = /^-?\d{1,15}$/.test(text) ? ` || @ == ${Number(text)}` : ''
  return `$.** ? ((@.type() == "string" && @ like_regex ${JSON.stringify(text)} flag "iq")${number})`
}
