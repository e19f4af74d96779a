import pg from 'pg'

export type Row = Record<string, unknown>

/** Anything that can run a statement. */
export type Queries = {
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>
}

export type Pool<S extends Queries> = S & {
  /** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. */
  transaction<T>(work: (tx: S) => Promise<T>): Promise<T>
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

type Client = pg.Pool | pg.PoolClient

export const queriesOver = (client: Client): Queries => ({
  query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query<R>(text, [...values])).rows,
})

/**
 * Opens a pool. Nothing here needs session state, so a transaction-mode pooler may stand in between.
 * @param over what a connection is seen as.
 */
export function openPool<S extends Queries>(
  { url, poolSize = 10, applicationName = 'assay', onError }: DatabaseOptions,
  over: (client: Client) => S,
): Pool<S> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => onError?.(error))

  return {
    ...over(pool),
    async transaction(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const value = await work(over(client))
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
