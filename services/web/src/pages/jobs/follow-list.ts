export type Listed = { id: string }
export type Answered<T> = { items: readonly T[]; nextCursor: string | null }

/**
 * A list that is looked at while jobs come and change. Rows stay where they are: what is known of them is renewed in
 * place, what is new is counted only, and what does not match any more is marked.
 */
export function followList<T extends Listed>({
  shown,
  isWhole,
  newest,
  again,
}: {
  /** The rows as they were when the list was opened, the newest first. */
  shown: readonly T[]
  /** No older ones are to be loaded. */
  isWhole: boolean
  /** The first page as it is now. */
  newest: Answered<T> | undefined
  /** Other pages as they are now. */
  again: readonly Answered<T>[]
}): { rows: readonly T[]; fresh: number; left: ReadonlySet<string> } {
  if (!newest) return { rows: shown, fresh: 0, left: new Set() }
  const known = new Set(shown.map(({ id }) => id))
  const now = new Map([...again, newest].flatMap(({ items }) => items.map((item) => [item.id, item])))
  const oldest = shown.at(-1)?.id ?? ''
  // Ids are UUIDs of version 7: they sort by the time they were made.
  const reachesDownTo = newest.nextCursor === null ? '' : (newest.items.at(-1)?.id ?? '~')
  return {
    rows: shown.map((row) => now.get(row.id) ?? row),
    fresh: newest.items.filter(({ id }) => !known.has(id) && (isWhole || id > oldest)).length,
    left: new Set([...known].filter((id) => id >= reachesDownTo && !now.has(id))),
  }
}
