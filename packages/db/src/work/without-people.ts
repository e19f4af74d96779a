import type { Person } from '../schema/work.ts'
import type { CollectedPerson, Identities } from './identities.ts'

type Named = { name: string; login: string | null }

/** The parts of a pull request in which people stand. */
type PeopleOfPullRequest<P extends Named> = {
  author: P
  coAuthors: readonly P[]
  commits: readonly { sha: string; title: string; body?: string; author: P; authoredAt: string }[]
  reviews: readonly { reviewer: string; state: string; submittedAt: string | null }[]
  body: string
}

/** Who is meant, by what is known of a person in each place. */
export type Meant<P extends Named> = {
  person(person: P): boolean
  /** A display name or an account, where nothing tells which. */
  name(name: string): boolean
  address(address: string): boolean
}

export const forgottenAuthor: Person = { name: 'Forgotten author', login: null, emailHash: null }

/**
 * A pull request without those who are meant. Who is met in it as a person is also meant where the same pull request
 * gives the bare name: as a reviewer, and in lines such as `Reviewed-by: NAME`.
 */
export function withoutPeople<P extends Named>(
  given: PeopleOfPullRequest<P>,
  meant: Meant<P>,
  standIn: P,
): PeopleOfPullRequest<P> {
  const people = [given.author, ...given.coAuthors, ...given.commits.map(({ author }) => author)]
  const namesHere = new Set(
    people.filter(meant.person).flatMap(({ name, login }) => [comparable(name), ...(login ? [comparable(login)] : [])]),
  )
  const isNamed = (name: string) => meant.name(name) || namesHere.has(comparable(name))
  const replaced = (person: P) => (meant.person(person) ? standIn : person)
  return {
    author: replaced(given.author),
    coAuthors: given.coAuthors.filter((person) => !meant.person(person)),
    commits: given.commits.map((commit) => ({ ...commit, author: replaced(commit.author) })),
    reviews: given.reviews.map((review) => (isNamed(review.reviewer) ? { ...review, reviewer: standIn.name } : review)),
    body: given.body
      .split('\n')
      .filter((line) => !isTrailerOf(line, isNamed, meant.address))
      .join('\n'),
  }
}

/** A pull request as a source gives it, without those whom its workspace has forgotten. */
export function withoutForgotten<C extends PeopleOfPullRequest<CollectedPerson>>(
  collected: C,
  { isAnyoneForgotten, person, reviewer }: Identities,
): C {
  if (!isAnyoneForgotten) return collected
  const isForgotten = (given: CollectedPerson) => person(given).name === forgottenAuthor.name
  const meant: Meant<CollectedPerson> = {
    person: isForgotten,
    name: (name) => reviewer(name.trim()) === forgottenAuthor.name,
    address: (email) => isForgotten({ name: '', login: accountOf(email), email }),
  }
  return { ...collected, ...withoutPeople(collected, meant, { ...forgottenAuthor, email: null }) }
}

/** GitHub's private addresses carry the account's name: `1234+ada@users.noreply.github.com`. */
export const accountOf = (address: string): string | null =>
  /^(?:\d+\+)?([^@+]+)@users\.noreply\./i.exec(address.trim())?.[1] ?? null

const comparable = (name: string) => name.trim().toLowerCase()

const TRAILER = /^[a-z][a-z-]*-by:[ \t]*([^<]*)(?:<([^>]*)>)?/i

function isTrailerOf(line: string, isNamed: (name: string) => boolean, isAddress: (address: string) => boolean) {
  const [trailer, name = '', address] = TRAILER.exec(line) ?? []
  return trailer !== undefined && (isNamed(name) || (address !== undefined && isAddress(address)))
}
