import type { Aliases } from './aliases.ts'

/** A name under which work was done, with what else is known of whom it belongs to. */
export type AuthorName = {
  readonly name: string
  readonly logins: readonly string[]
  readonly emailHashes: readonly string[]
  readonly pullRequests: number
}

/** Names that may be one person's; whether they are is for people to say. */
export type NearMiss = {
  readonly names: readonly [string, string]
  readonly because:
    | 'one address'
    | 'one account'
    | 'the account of one is the name of the other'
    | 'the names are alike'
  readonly pullRequests: readonly [number, number]
}

/** Shorter names differ by a letter too easily. */
const MIN_LETTERS = 6

/**
 * Pairs of names that look like one person and of which nobody has said whether they are, the most certain first; nothing is
 * merged.
 */
export const findNearMisses = (
  authors: readonly AuthorName[],
  { isSettled }: Pick<Aliases, 'isSettled'>,
): NearMiss[] => {
  const pairs = new Map<string, NearMiss>()
  const note = (a: AuthorName, b: AuthorName, because: NearMiss['because']) => {
    const [one, other] = a.name < b.name ? [a, b] : [b, a]
    const key = `${one.name}\n${other.name}`
    if (one === other || pairs.has(key) || isSettled(one.name, other.name)) return
    pairs.set(key, {
      names: [one.name, other.name],
      because,
      pullRequests: [one.pullRequests, other.pullRequests],
    })
  }
  const noteAll = (groups: Map<string, AuthorName[]>, because: NearMiss['because']) => {
    for (const [first, ...rest] of groups.values()) for (const other of rest) if (first) note(first, other, because)
  }
  noteAll(
    groupedBy(authors, ({ emailHashes }) => emailHashes),
    'one address',
  )
  noteAll(
    groupedBy(authors, ({ logins }) => logins.map((login) => login.toLowerCase())),
    'one account',
  )
  const byName = groupedBy(authors, ({ name }) => [compact(name)])
  for (const author of authors) {
    for (const login of author.logins) {
      for (const other of byName.get(compact(login)) ?? []) {
        note(author, other, 'the account of one is the name of the other')
      }
    }
  }
  noteAll(byName, 'the names are alike')
  for (const [a, b] of oneLetterApart(authors)) note(a, b, 'the names are alike')
  return [...pairs.values()]
}

const groupedBy = (authors: readonly AuthorName[], keysOf: (author: AuthorName) => readonly string[]) => {
  const groups = new Map<string, AuthorName[]>()
  for (const author of authors) {
    for (const key of new Set(keysOf(author))) if (key !== '') groups.set(key, [...(groups.get(key) ?? []), author])
  }
  return groups
}

/** Letters and digits alone, in an order that does not depend on which name comes first: "Ada B." and "b, ADA". */
const compact = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join('')

/**
 * Names that become the same when one letter is left out of either: of n names of m letters in about n·m steps, where
 * comparing all with all takes n².
 */
const oneLetterApart = (authors: readonly AuthorName[]): [AuthorName, AuthorName][] => {
  const forms = groupedBy(authors, ({ name }) => {
    const letters = compact(name)
    if (letters.length < MIN_LETTERS) return []
    return [letters, ...Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1))]
  })
  return [...forms.values()].flatMap(([first, ...rest]) =>
    first ? rest.map((other): [AuthorName, AuthorName] => [first, other]) : [],
  )
}
