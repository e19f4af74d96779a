/** What people said of two names: `other` stands for `name` as well, or they are two people's. */
export type AuthorVerdict = {
  readonly name: string
  readonly other: string
  readonly verdict: 'same' | 'distinct'
}

export type Aliases = ReturnType<typeof createAliases>

/** Names as one person's where somebody said so, and nowhere else. */
export const createAliases = (verdicts: readonly AuthorVerdict[]) => {
  const standing = new Map(
    verdicts.flatMap(({ name, other, verdict }): [string, string][] => (verdict === 'same' ? [[name, other]] : [])),
  )
  const standingName = (name: string): string => standing.get(name) ?? name
  const groups = Map.groupBy(standing.keys(), standingName)
  const distinct = new Set(
    verdicts.flatMap(({ name, other, verdict }) => (verdict === 'distinct' ? [keyOf(name, other)] : [])),
  )
  return {
    /** The name that stands for all of a person's. */
    standingName,

    /** Every name of whoever goes by one of these, each once. */
    namesOf: (names: readonly string[]): string[] => [
      ...new Set(names.flatMap((name) => [name, standingName(name), ...(groups.get(standingName(name)) ?? [])])),
    ],

    /** Whether somebody has said what two names are to each other. */
    isSettled: (one: string, other: string): boolean =>
      standingName(one) === standingName(other) || distinct.has(keyOf(one, other)),
  }
}

const keyOf = (one: string, other: string): string => JSON.stringify([one, other].sort())
