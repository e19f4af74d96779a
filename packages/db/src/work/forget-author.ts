import { isDeepStrictEqual } from 'node:util'
import type { Database, Sql } from '../database.ts'
import { withdrawAchievementsOn, withdrawMentions } from '../portfolio/withdraw-achievements.ts'
import type { Person, StoredCommit, StoredReview } from '../schema/work.ts'
import { storableJson } from '../storable-json.ts'
import { forgetVerdicts } from './author-verdicts.ts'
import { type Identities, type Identity, loadIdentities } from './identities.ts'
import { accountOf, forgottenAuthor, type Meant, withoutPeople } from './without-people.ts'

export type ForgottenAuthor = {
  /** Pull requests in which something was changed. */
  pullRequests: number
  /** Reports that named them, which were removed. */
  reports: number
  /** Published achievements that told of their work or named them, which were taken back. */
  achievements: number
  /** Names, and accounts as `@login`, beside the same address or account: whether they are meant too is not ours to say. */
  alsoKnownAs: string[]
}

const PAGE_SIZE = 100

/**
 * Forgets a person in a workspace: first for all that is stored from now on, then page by page in what is stored.
 * What was cut off is finished by asking again.
 * @param withPage joins each page's transaction, with the ids of what changed: at most 100.
 */
export async function forgetAuthor(
  db: Database,
  workspace: string,
  identity: Identity,
  withPage: (tx: Sql, pullRequestIds: string[]) => Promise<void>,
): Promise<ForgottenAuthor> {
  const identities = await db.transaction((tx) => noteForgotten(tx, workspace, identity))
  const { people, reviewers } = await readPeople(db, workspace)
  const meant = meantBy(identity, identities)
  const traces = {
    people: storableJson(people.filter(meant.person)),
    reviewers: reviewers.filter(meant.name),
    needle: plainPart(identity.value),
  }

  const names = [...people.filter(meant.person).map(({ name }) => name), ...reviewers.filter(meant.name)]
  const reports = await deleteReportsOn(db, workspace, names)
  const mentioned = identity.kind === 'email' ? names : [...names, identity.value]
  let achievements = await db.transaction((tx) => withdrawMentions(tx, workspace, mentioned))
  const aliases = await forgetVerdicts(db, workspace, names)

  let pullRequests = 0
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) {
    const from: string = after
    const page = await db.transaction(async (tx) => {
      const candidates = await readCandidates(tx, workspace, from, traces)
      const changed = await storeWithout(tx, candidates, meant)
      const withdrawn = await withdrawAchievementsOn(tx, workspace, { pullRequestIds: changed })
      if (changed.length > 0) await withPage(tx, changed)
      return { changed: changed.length, withdrawn, last: candidates.at(-1)?.id ?? null }
    })
    pullRequests += page.changed
    achievements += page.withdrawn
    after = page.last
  }
  const others = [...otherNames(people, meant, identity, identities), ...aliases]
  return { pullRequests, reports, achievements, alsoKnownAs: [...new Set(others)].toSorted() }
}

/**
 * Whoever stores people has read this table before, in the same transaction. The lock waits until these have ended, so
 * that what they store is seen below, and lets no other begin that does not know.
 */
async function noteForgotten(tx: Sql, workspace: string, identity: Identity): Promise<Identities> {
  await tx.query('LOCK TABLE forgotten_authors IN ACCESS EXCLUSIVE MODE')
  const identities = await loadIdentities(tx, workspace)
  await tx.query('INSERT INTO forgotten_authors (workspace, identity_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    workspace,
    identities.hash(identity),
  ])
  return identities
}

/** Everybody in the workspace once. Far fewer than rows; they are compared here, as hashes are made here. */
async function readPeople(sql: Sql, workspace: string): Promise<{ people: Person[]; reviewers: string[] }> {
  const people = await sql.query<Person>(
    `SELECT author_name AS name, author_login AS login, author_email_hash AS "emailHash"
       FROM pull_requests WHERE workspace = $1
     UNION
     SELECT person ->> 'name', person ->> 'login', person ->> 'emailHash'
       FROM pull_requests, jsonb_array_elements(co_authors) AS person WHERE workspace = $1
     UNION
     SELECT entry #>> '{author,name}', entry #>> '{author,login}', entry #>> '{author,emailHash}'
       FROM pull_requests, jsonb_array_elements(commits) AS entry WHERE workspace = $1`,
    [workspace],
  )
  const reviewers = await sql.query<{ name: string }>(
    `SELECT DISTINCT review ->> 'reviewer' AS name
       FROM pull_requests, jsonb_array_elements(reviews) AS review WHERE workspace = $1`,
    [workspace],
  )
  return { people, reviewers: reviewers.map(({ name }) => name) }
}

function meantBy({ kind, value }: Identity, { hash }: Identities): Meant<Person> {
  const forgotten = hash({ kind, value })
  const is = (other: string | null | undefined) => Boolean(other) && hash({ kind, value: other ?? '' }) === forgotten
  return {
    person: (person) => (kind === 'email' ? person.emailHash === forgotten : is(person[kind])),
    name: (name) => kind !== 'email' && is(name),
    address: (address) => (kind === 'email' && is(address)) || (kind === 'login' && is(accountOf(address))),
  }
}

/** The longest part that the database surely compares as we do; it may know no other letters than those of ASCII. */
const plainPart = (value: string): string =>
  (value.toLowerCase().match(/[ -~]+/g) ?? [])
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .trim()

/** Reports quote names in sentences too, so they go as a whole; they can be written again. */
const deleteReportsOn = async (db: Database, workspace: string, names: readonly string[]): Promise<number> =>
  (await db.query('DELETE FROM reports WHERE workspace = $1 AND people && $2::text[] RETURNING id', [workspace, names]))
    .length

type Candidate = Person & {
  id: string
  coAuthors: Person[]
  commits: StoredCommit[]
  reviews: StoredReview[]
  body: string
}

const readCandidates = (
  tx: Sql,
  workspace: string,
  after: string,
  { people, reviewers, needle }: { people: string; reviewers: readonly string[]; needle: string },
): Promise<Candidate[]> =>
  tx.query<Candidate>(
    `SELECT id, author_name AS name, author_login AS login, author_email_hash AS "emailHash",
            co_authors AS "coAuthors", commits, reviews, body
       FROM pull_requests
      WHERE workspace = $1 AND id > $2
        AND (EXISTS (SELECT FROM jsonb_array_elements($3::jsonb) AS person
                      WHERE co_authors @> jsonb_build_array(person)
                         OR commits @> jsonb_build_array(jsonb_build_object('author', person))
                         OR person @> jsonb_build_object(
                              'name', author_name, 'login', author_login, 'emailHash', author_email_hash))
          OR EXISTS (SELECT FROM unnest($4::text[]) AS reviewer
                      WHERE reviews @> jsonb_build_array(jsonb_build_object('reviewer', reviewer)))
          OR (body ~ '(?ni)^[a-z-]+-by:' AND strpos(lower(body), $5) > 0))
      ORDER BY id LIMIT ${PAGE_SIZE} FOR UPDATE`,
    [workspace, after, people, reviewers, needle],
  )

/** @returns the ids of those in which the person stood. */
async function storeWithout(tx: Sql, candidates: readonly Candidate[], meant: Meant<Person>): Promise<string[]> {
  const changed = candidates.flatMap(({ id, name, login, emailHash, ...parts }) => {
    const given = { author: { name, login, emailHash }, ...parts }
    const { author, ...kept } = withoutPeople(given, meant, forgottenAuthor)
    return isDeepStrictEqual({ author, ...kept }, given)
      ? []
      : [{ id, ...author, ...kept, isReworded: kept.body !== given.body }]
  })
  if (changed.length === 0) return []
  await tx.query(
    `UPDATE pull_requests AS stored
        SET author_name = name, author_login = login, author_email_hash = "emailHash", co_authors = "coAuthors",
            commits = changed.commits, reviews = changed.reviews, body = changed.body
       FROM json_to_recordset($1::json) AS changed(
            id uuid, name text, login text, "emailHash" text, "coAuthors" jsonb, commits jsonb, reviews jsonb, body text)
      WHERE stored.id = changed.id`,
    [storableJson(changed)],
  )
  // Passages repeat the text, so they cannot wait until it is indexed again.
  await tx.query('DELETE FROM chunks WHERE pull_request_id = ANY($1::uuid[])', [
    changed.filter(({ isReworded }) => isReworded).map(({ id }) => id),
  ])
  return changed.map(({ id }) => id)
}

function otherNames(people: readonly Person[], meant: Meant<Person>, named: Identity, { hash }: Identities): string[] {
  const met = people.filter(meant.person)
  const hashes = new Set(met.flatMap(({ emailHash }) => emailHash ?? []))
  const logins = new Set(met.flatMap(({ login }) => login?.toLowerCase() ?? []))
  const sameAs = ({ login, emailHash }: Person) =>
    (emailHash !== null && hashes.has(emailHash)) || (login !== null && logins.has(login.toLowerCase()))
  const isNamed = (kind: Identity['kind'], value: string) => hash({ kind, value }) === hash(named)
  const names = people
    .filter(sameAs)
    .flatMap(({ name, login }) => [
      ...(isNamed('name', name) || name === forgottenAuthor.name ? [] : [name]),
      ...(login === null || isNamed('login', login) ? [] : [`@${login}`]),
    ])
  return names
}
