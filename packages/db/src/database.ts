import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Row = Record<string, unknown>

/** Anything that can run SQL: the database itself, or one transaction of it. */
export type Sql = {
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** The same connection seen through the query builder. */
  readonly orm: NodePgDatabase
}

export type Database = Sql & {
  /** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>
  /** @throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export type DatabaseOptions = {
  url: string
  /** Connections at most. */
  poolSize?: number
  /** Shown in `pg_stat_activity`. */
  applicationName?: string
  onError?: (error: Error) => void
}

/** Opens a pool. Nothing here needs session state, so a transaction-mode pooler may stand in between. */
export function openDatabase({ url, poolSize = 10, applicationName = 'assay', onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => onError?.(error))

  const sqlOver = (client: pg.Pool | pg.PoolClient): Sql => ({
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<R>(text, [...values])).rows,
    orm: drizzle(client, { casing: 'snake_case' }),
  })

  return {
    ...sqlOver(pool),
    async transaction(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const value = await work(sqlOver(client))
        await client.query('COMMIT')
        return value
      } catch (error) {
        await client.query('ROLLBACK').catch((rollbackError: Error) => {
          broken = rollbackError
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    ping: async () => {
      await pool.query('SELECT 1')
    },
    close: () => pool.end(),
  }
}
