import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type DatabaseOptions, openPool, type Pool, type Queries, queriesOver } from './open-pool.ts'

export type { DatabaseOptions, Row } from './open-pool.ts'

/** Anything that can run SQL: the database itself, or one transaction of it. */
export type Sql = Queries & {
  /** The same connection seen through the query builder. */
  readonly orm: NodePgDatabase
}

export type Database = Pool<Sql>

export const openDatabase = (options: DatabaseOptions): Database =>
  openPool(options, (client) => ({ ...queriesOver(client), orm: drizzle(client, { casing: 'snake_case' }) }))
