import type { Caller } from './callers.ts'
import { hashOf } from './random.ts'
import type { SimulatedPullRequest, SimulatedRepository } from './types.ts'

export type World = ReturnType<typeof createWorld>

/** The repositories there are, under their names and under those they had. Names are the same in any letter case. */
export const createWorld = (repositories: readonly SimulatedRepository[]) => {
  const current = new Map<string, SimulatedRepository>()
  const former = new Map<string, SimulatedRepository>()
  for (const repository of repositories) current.set(keyOf(nameWithOwner(repository)), repository)

  const namesOf = (repository: SimulatedRepository): string[] => [
    keyOf(nameWithOwner(repository)),
    ...[...former].filter(([, moved]) => moved === repository).map(([name]) => name),
  ]
  const visible = (caller: Caller, repository: SimulatedRepository | undefined): SimulatedRepository | null =>
    repository !== undefined && caller.mayRead(repository, namesOf(repository)) ? repository : null

  return {
    /** What a caller finds under a name; `moved` when it has another name now. */
    find: (caller: Caller, name: string): { repository: SimulatedRepository; moved: boolean } | null => {
      const here = current.get(keyOf(name))
      const repository = visible(caller, here ?? former.get(keyOf(name)))
      return repository && { repository, moved: here === undefined }
    },

    findById: (caller: Caller, databaseId: number): SimulatedRepository | null =>
      visible(
        caller,
        [...current.values()].find((repository) => repository.databaseId === databaseId),
      ),

    repository: (name: string): SimulatedRepository => {
      const repository = current.get(keyOf(name))
      if (repository === undefined) throw new Error(`The simulator has no repository ${name}`)
      return repository
    },

    move(from: string, to: string): void {
      const repository = this.repository(from)
      const [owner = '', name = ''] = to.split('/')
      current.delete(keyOf(from))
      former.set(keyOf(from), repository)
      former.delete(keyOf(to))
      current.set(keyOf(to), Object.assign(repository, { owner, name }))
    },

    remove(name: string): void {
      const repository = this.repository(name)
      for (const known of namesOf(repository)) former.delete(known)
      current.delete(keyOf(name))
    },
  }
}

const keyOf = (name: string): string => name.toLowerCase()

export const nameWithOwner = ({ owner, name }: SimulatedRepository): string => `${owner}/${name}`

/** The number of an account that only its login tells. */
export const accountIdOf = (login: string): number => (hashOf(login) % 100_000_000) + 1

/** Fits GraphQL's Int, which GitHub's own numbers do not always. */
export const pullRequestId = (repository: SimulatedRepository, { number }: SimulatedPullRequest): number =>
  1_000_000_000 + (repository.databaseId % 1_000) * 1_000_000 + number

/** An opaque id as GitHub's newer ones look: a prefix for the type. */
export const nodeId = (prefix: string, ...parts: readonly (string | number)[]): string =>
  `${prefix}_${Buffer.from(JSON.stringify(parts)).toString('base64url')}`

export const readNodeId = (id: string): { prefix: string; parts: readonly unknown[] } | null => {
  const at = id.indexOf('_')
  try {
    const parts: unknown = JSON.parse(Buffer.from(id.slice(at + 1), 'base64url').toString('utf8'))
    return Array.isArray(parts) ? { prefix: id.slice(0, at), parts } : null
  } catch {
    return null
  }
}

/** As GitHub writes times: UTC, whole seconds. */
export const utcSeconds = (time: string | number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')
