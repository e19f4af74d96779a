import type { paths } from '@assay/client'

type Gettable = {
  [P in keyof paths]: paths[P] extends { get: { responses: { 200: unknown } } } ? P : never
}[keyof paths]
type JsonOf<R> = R extends { content: { 'application/json': infer T } } ? T : never

/** What a route answers to GET. */
export type AnswerOf<P extends Gettable> = paths[P] extends { get: { responses: { 200: infer R } } } ? JsonOf<R> : never

export type JobSummary = AnswerOf<'/api/v2/jobs'>['items'][number]
export type Kind = AnswerOf<'/api/v2/kinds'>['items'][number]
export type Queue = AnswerOf<'/api/v2/queues'>['items'][number]
