import type { EvaluationQuery, RelevanceJudgment, SearchDocument } from '@assay/retrieval'
import { z } from 'zod'
import { BadLine, NothingToJudge } from './cli-errors.ts'
import { readJsonLines } from './json-lines.ts'
import { readLines } from './lines.ts'

export type TestCollection = {
  readonly documents: readonly SearchDocument[]
  readonly queries: readonly EvaluationQuery[]
  readonly judgments: readonly RelevanceJudgment[]
}

/** Where its three parts are. */
export type TestCollectionFiles = { readonly docs: string; readonly queries: string; readonly qrels: string }

const id = z.union([z.string().min(1), z.number()]).transform(String)
const documentSchema = z.object({
  id,
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z.string(),
})
const querySchema = z.object({ id, text: z.string() })

/** Reads documents, queries and who is relevant to what. @throws BadLine, InputNotReadable, NothingToJudge */
export const readTestCollection = async (files: TestCollectionFiles): Promise<TestCollection> => {
  const documents = await readRecords(files.docs, documentSchema, '{"id": "1", "title": "…", "text": "…"}')
  const queries = await readRecords(files.queries, querySchema, '{"id": "1", "text": "…"}')
  const judgments = await readJudgments(files.qrels)
  const asked = new Set(queries.map((query) => query.id))
  if (!judgments.some(({ query, grade }) => grade > 0 && asked.has(query)))
    throw NothingToJudge(files.queries, files.qrels)
  return { documents, queries, judgments }
}

const readRecords = async <T extends { id: string }>(
  path: string,
  schema: z.ZodType<T>,
  example: string,
): Promise<T[]> => {
  const records = new Map<string, T>()
  for await (const line of readJsonLines(path)) {
    const remedy = `A line looks like ${example}`
    if ('fault' in line) throw BadLine(path, line.number, line.fault, remedy)
    const parsed = schema.safeParse(line.value)
    if (!parsed.success) throw BadLine(path, line.number, describe(parsed.error), remedy)
    if (records.has(parsed.data.id))
      throw BadLine(
        path,
        line.number,
        `the id ${JSON.stringify(parsed.data.id)} was there before`,
        'Each may come once.',
      )
    records.set(parsed.data.id, parsed.data)
  }
  return [...records.values()]
}

const readJudgments = async (path: string): Promise<RelevanceJudgment[]> => {
  const judgments: RelevanceJudgment[] = []
  for await (const { number, text } of readLines(path)) {
    const [query, document, grade, ...more] = text.split('\t').map((field) => field.trim())
    if (!query || !document || grade === undefined || more.length > 0 || !/^-?\d+$/.test(grade)) {
      const remedy = 'A line has a query id, a document id and a whole number, with tabs between them and no heading.'
      throw BadLine(path, number, `it is ${JSON.stringify(text.slice(0, 80))}`, remedy)
    }
    judgments.push({ query, document, grade: Number(grade) })
  }
  return judgments
}

const describe = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
    .join('; ')
