import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from '../database.ts'
import type { Person } from '../schema/work.ts'

/** A person as a source knows them, before anything is stored. */
export type CollectedPerson = { name: string; login: string | null; email: string | null }

/** One way to name a person. */
export type Identity = { kind: 'email' | 'login' | 'name'; value: string }

const FORGOTTEN_NAME = 'Forgotten author'

export type Identities = {
  /** The person as stored: without the address, and without a name if they asked to be forgotten. */
  person(person: CollectedPerson): Person
  /** The account or display name of a reviewer, unless forgotten. */
  reviewer(name: string): string
  hash(identity: Identity): string
  readonly isAnyoneForgotten: boolean
}

/** Loads what is needed to store people of a workspace; two short statements. */
export async function loadIdentities(sql: Sql, workspace: string): Promise<Identities> {
  const key = await identityKey(sql, workspace)
  const rows = await sql.query<{ hash: string }>(
    'SELECT identity_hash AS hash FROM forgotten_authors WHERE workspace = $1',
    [workspace],
  )
  const forgotten = new Set(rows.map(({ hash }) => hash))
  const hash = (identity: Identity) => hashIdentity(key, identity)
  const isForgotten = (identities: readonly Identity[]) =>
    forgotten.size > 0 && identities.some((identity) => forgotten.has(hash(identity)))

  return {
    hash,
    isAnyoneForgotten: forgotten.size > 0,
    person: ({ name, login, email }) => {
      if (isForgotten(identitiesOf({ name, login, email })))
        return { name: FORGOTTEN_NAME, login: null, emailHash: null }
      return { name, login, emailHash: email ? hash({ kind: 'email', value: email }) : null }
    },
    reviewer: (name) =>
      isForgotten([
        { kind: 'login', value: name },
        { kind: 'name', value: name },
      ])
        ? FORGOTTEN_NAME
        : name,
  }
}

const identitiesOf = ({ name, login, email }: CollectedPerson): Identity[] => [
  { kind: 'name', value: name },
  ...(login ? [{ kind: 'login', value: login } as const] : []),
  ...(email ? [{ kind: 'email', value: email } as const] : []),
]

/** SHA-256 over a random key of the workspace and the identity in lower case. */
const hashIdentity = (key: string, { kind, value }: Identity): string =>
  createHash('sha256').update(`${key}\n${kind}\n${value.trim().toLowerCase()}`).digest('hex')

async function identityKey(sql: Sql, workspace: string): Promise<string> {
  const read = () => sql.query<{ key: string }>('SELECT key FROM identity_keys WHERE workspace = $1', [workspace])
  const [known] = await read()
  if (known) return known.key
  await sql.query('INSERT INTO identity_keys (workspace, key) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    workspace,
    randomBytes(32).toString('hex'),
  ])
  const [made] = await read()
  if (!made) throw new Error('The identity key that was just stored is not there')
  return made.key
}
