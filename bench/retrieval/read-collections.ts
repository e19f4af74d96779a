import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { EvaluationQuery, RelevanceJudgment, SearchDocument } from '@assay/retrieval'
import { z } from 'zod'

export type Collection = {
  readonly name: string
  readonly documents: readonly SearchDocument[]
  readonly queries: readonly EvaluationQuery[]
  readonly judgments: readonly RelevanceJudgment[]
}

const documentSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string() })
const querySchema = z.object({ id: z.string(), text: z.string() })

/** Every folder inside that has docs.jsonl.gz, queries.jsonl and qrels.tsv. */
export const readCollections = (folder: string): Collection[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'docs.jsonl.gz')))
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(join(folder, name, file))
      return {
        name,
        documents: linesOf(gunzipSync(read('docs.jsonl.gz'))).map((line) => documentSchema.parse(JSON.parse(line))),
        queries: linesOf(read('queries.jsonl')).map((line) => querySchema.parse(JSON.parse(line))),
        judgments: linesOf(read('qrels.tsv')).map(judgmentOf),
      }
    })

const linesOf = (content: Buffer): string[] =>
  content
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

const judgmentOf = (line: string): RelevanceJudgment => {
  const [query = '', document = '', grade = ''] = line.trim().split('\t')
  return { query, document, grade: Number(grade) }
}
