import type { Sql } from '../database.ts'
import { FINDABLE_DOCUMENTS } from './findable-documents.ts'

export type SampledDocument = { documentType: string; text: string }
export type SampledPullRequest = { title: string; body: string; files: { path: string }[] }

/** The beginnings of documents that can be found, as many of each format; always the same until documents change. */
export const sampleDocuments = (
  sql: Sql,
  workspace: string,
  { ofEachFormat, characters }: { ofEachFormat: number; characters: number },
): Promise<SampledDocument[]> =>
  sql.query<SampledDocument>(
    `SELECT format AS "documentType", left(text, $3) AS text
       FROM (SELECT d.format, d.text, row_number() OVER (PARTITION BY d.format ORDER BY md5(d.id::text)) AS place
               FROM (${FINDABLE_DOCUMENTS}) AS d) AS ranked
      WHERE place <= $2 ORDER BY format, place`,
    [workspace, ofEachFormat, characters],
  )

export const samplePullRequests = (sql: Sql, workspace: string, most: number): Promise<SampledPullRequest[]> =>
  sql.query<SampledPullRequest>(
    `SELECT title, body, files FROM pull_requests WHERE workspace = $1 AND vanished_at IS NULL
      ORDER BY md5(id::text) LIMIT $2`,
    [workspace, most],
  )

/** The format of each document that can be found, by its id. */
export const readDocumentTypes = async (sql: Sql, workspace: string): Promise<Map<string, string>> =>
  new Map(
    (
      await sql.query<{ id: string; format: string }>(`SELECT d.id, d.format FROM (${FINDABLE_DOCUMENTS}) AS d`, [
        workspace,
      ])
    ).map(({ id, format }) => [id, format]),
  )
