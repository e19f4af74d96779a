import { choiceIn } from '../../shell/search-params.ts'

export const statuses = ['received', 'converted', 'quarantined', 'rejected'] as const
export type Status = (typeof statuses)[number]

/** As the API names them. */
export const strategies = ['fixed', 'sentence', 'recursive', 'code', 'diff', 'semantic'] as const
export type Strategy = (typeof strategies)[number]

const offset = (given: unknown): number | undefined =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 ? given : undefined

/** What the address of the list says. */
export function readDocumentsParams(given: Record<string, unknown>): { status?: Status } {
  const read = choiceIn(given, 'status', statuses)
  return read ? { status: read } : {}
}

export type DocumentParams = {
  /** The strategy whose chunks are drawn over the text. */
  chunks?: Strategy
  /** The passage that a citation or a result points to. */
  start?: number
  end?: number
}

/** What the address of a document says. */
export function readDocumentParams(given: Record<string, unknown>): DocumentParams {
  const chunks = choiceIn(given, 'chunks', strategies)
  const [start, end] = [offset(given.start), offset(given.end)]
  return {
    ...(chunks ? { chunks } : {}),
    ...(start !== undefined && end !== undefined && end > start ? { start, end } : {}),
  }
}
