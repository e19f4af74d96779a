import { GraphQLError } from 'graphql'

export type PageArguments = {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

export type Key = readonly (string | number)[]

export type Ordering<Row> = {
  /** What a cursor holds: enough to find the place again when rows have moved. */
  readonly key: (row: Row, index: number) => Key
  readonly descending?: boolean
}

/** The order that the rows stand in, by place. */
export const byPlace: Ordering<unknown> = { key: (_row, index) => [index + 1] }

/**
 * One page of a connection. Cursors hold values, not places, so a row that changes while a client pages moves past
 * the cursor or before it, as on GitHub (whose cursors decode to `cursor:v2:` and the values ordered by).
 */
export const connectionOf = <Row>(
  rows: readonly Row[],
  args: PageArguments,
  ordering: Ordering<Row>,
  nodeOf: (row: Row) => unknown,
) => {
  const sign = ordering.descending === true ? -1 : 1
  const keyed = rows
    .map((row, index) => ({ row, key: ordering.key(row, index) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key))
  const isBehind = (key: Key, cursor: string): boolean => sign * compareKeys(key, readCursor(cursor, key)) > 0
  const isBefore = (key: Key, cursor: string): boolean => sign * compareKeys(key, readCursor(cursor, key)) < 0

  const { after, before } = args
  const from = after ? countWhile(keyed, ({ key }) => !isBehind(key, after)) : 0
  const to = before ? countWhile(keyed, ({ key }) => isBefore(key, before)) : keyed.length
  const within = keyed.slice(from, Math.max(from, to))
  const size = args.first ?? args.last ?? within.length
  const start = args.first == null ? Math.max(0, within.length - size) : 0
  const page = within.slice(start, start + size)

  const cursorAt = (index: number): string | null => {
    const row = page.at(index)
    return row === undefined ? null : writeCursor(row.key)
  }
  return {
    totalCount: rows.length,
    nodes: () => page.map(({ row }) => nodeOf(row)),
    edges: () => page.map(({ row, key }) => ({ cursor: writeCursor(key), node: () => nodeOf(row) })),
    pageInfo: {
      hasNextPage: from + start + page.length < keyed.length,
      hasPreviousPage: from + start > 0,
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
    },
    filteredCount: within.length,
    pageCount: page.length,
  }
}

const countWhile = <T>(items: readonly T[], holds: (item: T) => boolean): number => {
  const end = items.findIndex((item) => !holds(item))
  return end === -1 ? items.length : end
}

const compareKeys = (a: Key, b: Key): number => {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? ''
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}

const prefix = 'cursor:v2:'

const writeCursor = (key: Key): string => Buffer.from(`${prefix}${JSON.stringify(key)}`).toString('base64')

const readCursor = (cursor: string, like: Key): Key => {
  const text = Buffer.from(cursor, 'base64').toString('utf8')
  try {
    const key: unknown = JSON.parse(text.startsWith(prefix) ? text.slice(prefix.length) : '')
    if (isKey(key) && key.length === like.length && key.every((part, at) => typeof part === typeof like[at])) return key
  } catch {
    // Falls through to the error below.
  }
  const message = `\`${cursor}\` does not appear to be a valid cursor.`
  throw new GraphQLError(message, { extensions: { type: 'INVALID_CURSOR_ARGUMENTS' } })
}

const isKey = (value: unknown): value is Key =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number')
