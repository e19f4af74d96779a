import { z } from 'zod'
import { commitsKept, filesKept } from '../pull-request-source.ts'
import { type PartNodes, partSchemas } from './answers.ts'
import type { GitHubClient } from './github-client.ts'
import { addTo, type Part, type ReadPullRequest } from './parts.ts'
import { aliasOf, type PartName, partNames, partQuery, pointsOf } from './queries.ts'

/** Each of them brings up to 100 entries. */
const LISTS_AT_ONCE = 30
/** A gateway fails by chance too, so one failure does not make a list unreadable. */
const TRIES_AT_ONE = 6

const kept: Partial<Record<PartName, number>> = { files: filesKept, commits: commitsKept }

/** Reads every nested list to its end, many pull requests in one request; a list that fails alone says so. */
export const completeParts = async (
  client: GitHubClient,
  repository: { readonly owner: string; readonly name: string },
  pullRequests: readonly ReadPullRequest[],
): Promise<void> => {
  for (const name of partNames) await completePart(client, repository, pullRequests, name)
}

const completePart = async <Name extends PartName>(
  client: GitHubClient,
  repository: { readonly owner: string; readonly name: string },
  pullRequests: readonly ReadPullRequest[],
  name: Name,
): Promise<void> => {
  let atOnce = LISTS_AT_ONCE
  let failures = 0
  for (;;) {
    const open = pullRequests
      .map(({ row, parts }) => ({ number: row.number, part: parts[name] as Part<PartNodes[Name]> }))
      .filter(({ part }) => part.next !== null && part.nodes.length < (kept[name] ?? Number.POSITIVE_INFINITY))
      .slice(0, atOnce)
    const [first] = open
    if (!first) return
    const wanted = open.map(({ number, part }) => ({ number, after: part.next?.after ?? null }))
    const { query, variables } = partQuery(name, wanted)
    const answer = await client.query({
      asked: `the ${name} of pull requests`,
      query,
      variables: { ...repository, ...variables },
      points: pointsOf(open.length),
      schema: answerFor(
        name,
        wanted.map(({ number }) => aliasOf(number)),
      ),
    })
    if (answer.kind === 'data') {
      for (const { number, part } of open) addTo(part, answer.data.repository[aliasOf(number)]?.[name] ?? null)
      failures = 0
      continue
    }
    if (open.length > 1) {
      atOnce = Math.max(1, Math.floor(open.length / 2))
    } else {
      failures += 1
      if (failures >= TRIES_AT_ONE) {
        const isRefused = answer.kind === 'too-big' && answer.permission === true
        first.part.failure = { reason: isRefused ? 'not-permitted' : 'too-many' }
        first.part.next = null
        failures = 0
      }
    }
    await client.pause(failures + 1)
  }
}

type PartAnswer<Name extends PartName> = {
  repository: Record<string, Record<Name, Parameters<typeof addTo<PartNodes[Name]>>[1]>>
}

const answerFor = <Name extends PartName>(name: Name, aliases: readonly string[]): z.ZodType<PartAnswer<Name>> => {
  const one = z.object({ [name]: partSchemas[name] })
  const schema: z.ZodType<unknown> = z.object({
    repository: z.object(Object.fromEntries(aliases.map((alias) => [alias, one]))),
  })
  // Zod cannot follow a computed key; the schema is the one of this list by the line above.
  return schema as z.ZodType<PartAnswer<Name>>
}
