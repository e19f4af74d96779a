import type { Sql } from '../database.ts'

const ON_GITHUB = /^https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?\/?$/i

/**
 * The ways to write where a repository is: with `.git` and without, and on github.com also as `owner/name` and for ssh.
 * Only github.com is known to take capitals for small letters.
 */
export function sourceForms(origin: string): { forms: string[]; anyCase: boolean } {
  const name = ON_GITHUB.exec(origin)?.[1]
  const stems = name
    ? ['https://github.com/', 'git://github.com/', 'ssh://git@github.com/', 'git@github.com:', ''].map(
        (prefix) => `${prefix}${name}`,
      )
    : [origin.replace(/(?<=.)\/$/, '').replace(/\.git$/, '')]
  const forms = stems.flatMap((stem) => ['', '.git', '/', '.git/'].map((ending) => `${stem}${ending}`))
  return { forms: [...new Set([origin, ...forms])], anyCase: name !== undefined }
}

const namesOrigin = (column: string, forms: string, anyCase: string) =>
  `CASE WHEN ${anyCase}::boolean THEN lower(${column}) = ANY(${forms}::text[]) ELSE ${column} = ANY(${forms}::text[]) END`

const comparable = (origin: string): [string[], boolean] => {
  const { forms, anyCase } = sourceForms(origin)
  return [anyCase ? forms.map((form) => form.toLowerCase()) : forms, anyCase]
}

/** In which workspaces the repository of that web address was collected, and as what; one origin for each. */
export const repositoriesAt = (sql: Sql, webAddress: string): Promise<{ workspace: string; origin: string }[]> => {
  const address = webAddress.toLowerCase().replace(/\/$/, '')
  return sql.query(
    `SELECT DISTINCT ON (workspace) workspace, origin FROM repositories
      WHERE lower(origin) = ANY($1) ORDER BY workspace, length(origin), id`,
    [[address, `${address}.git`]],
  )
}

/** Whether any workspace at all has a repository of that origin. */
export const isCollectedAnywhere = async (sql: Sql, origin: string): Promise<boolean> =>
  (
    await sql.query(
      `SELECT id FROM repositories WHERE ${namesOrigin('origin', '$1', '$2')} LIMIT 1`,
      comparable(origin),
    )
  ).length > 0

/** Ends the schedules that collect from there. @returns their names. */
export const deleteCollectSchedules = async (sql: Sql, workspace: string, origin: string): Promise<string[]> => {
  const rows = await sql.query<{ name: string }>(
    `DELETE FROM schedules
      WHERE workspace = $1 AND kind = 'collect' AND ${namesOrigin("payload ->> 'source'", '$2', '$3')} RETURNING name`,
    [workspace, ...comparable(origin)],
  )
  return rows.map(({ name }) => name)
}

/** Jobs that collect from there and have not ended. */
export const activeCollectJobs = async (sql: Sql, workspace: string, origin: string): Promise<string[]> => {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM jobs
      WHERE workspace = $1 AND kind = 'collect' AND state IN ('scheduled', 'queued', 'running', 'retrying')
        AND ${namesOrigin("payload ->> 'source'", '$2', '$3')} ORDER BY id`,
    [workspace, ...comparable(origin)],
  )
  return rows.map(({ id }) => id)
}

export type MeantRepositories = {
  ids: string[]
  /** Every way to write where they are, in small letters. */
  sources: string[]
}

/** Which repositories of a workspace somebody means: by name, id or source. A source needs no repository yet. */
export async function meantRepositories(sql: Sql, workspace: string, text: string): Promise<MeantRepositories> {
  const meant = text.toLowerCase()
  const found = await sql.query<{ id: string; name: string; origin: string }>(
    'SELECT id, name, origin FROM repositories WHERE workspace = $1',
    [workspace],
  )
  const smallForms = (origin: string) => sourceForms(origin).forms.map((form) => form.toLowerCase())
  const repositories = found
    .map(({ id, name, origin }) => ({ id, name: name.toLowerCase(), sources: smallForms(origin) }))
    .filter(({ id, name, sources }) => id === meant || name === meant || sources.includes(meant))
  return {
    ids: repositories.map(({ id }) => id),
    sources: [...new Set([...smallForms(text), ...repositories.flatMap(({ sources }) => sources)])],
  }
}
