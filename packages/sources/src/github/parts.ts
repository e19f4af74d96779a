import type { PartNodes, PullRequestNode, RowNode } from './answers.ts'
import type { PartName, Transport } from './queries.ts'

/** A nested list as far as it was read. */
export type Part<Node> = {
  nodes: Node[]
  /** How many GitHub says there are; null until it has said so. */
  total: number | null
  /** Where to go on; null when there is no more. */
  next: { readonly after: string | null } | null
  /** Why the rest is given up. */
  failure: { readonly reason: 'too-many' | 'not-permitted' | 'not-given' } | null
}

export type Parts = { [Name in PartName]: Part<PartNodes[Name]> }

export type ReadPullRequest = { readonly row: RowNode; readonly parts: Parts }

/** Lists that were not asked for yet are to be read from their beginning; those of a clone are not read at all. */
export const toParts = (node: PullRequestNode, transport: Transport): Parts => ({
  labels: toPart(node.labels),
  timelineItems: toPart(node.timelineItems),
  files: transport === 'api' ? toPart(node.files) : nothing(),
  commits: transport === 'api' ? toPart(node.commits) : nothing(),
})

const toPart = <Node>(connection: Connection<Node> | null | undefined): Part<Node> => {
  const part: Part<Node> = { nodes: [], total: null, next: { after: null }, failure: null }
  if (connection !== undefined) addTo(part, connection)
  return part
}

const nothing = <Node>(): Part<Node> => ({ nodes: [], total: 0, next: null, failure: null })

type Connection<Node> = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  nodes: Node[]
}

/** Adds a page of the list; null means that GitHub cannot give it. */
export const addTo = <Node>(part: Part<Node>, connection: Connection<Node> | null): void => {
  if (connection === null) {
    part.next = null
    part.failure = { reason: 'not-given' }
    return
  }
  part.nodes.push(...connection.nodes)
  part.total = connection.totalCount
  part.next = connection.pageInfo.hasNextPage ? { after: connection.pageInfo.endCursor } : null
}
