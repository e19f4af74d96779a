import type { LinkedWork, ResolvedLink } from '../links/resolve-links.ts'

/** Something that befell a pull request after its merge. */
export type HistoryEvent = {
  readonly event: 'reverted' | 'restored' | 'repaired'
  /** The pull request that did it. */
  readonly by: string
  readonly at: Date
  readonly quote: string
}

export type History = {
  readonly isReverted: boolean
  readonly events: readonly HistoryEvent[]
  /** Pull requests that mended what it broke. */
  readonly repairedBy: readonly string[]
}

const nothing: History = { isReverted: false, events: [], repairedBy: [] }

/**
 * What became of each pull request that others undid or repaired. Undoing a revert restores what it undid; the events
 * stay, in their order. Links lead from later to earlier only, so there is an end to it.
 */
export const historiesOf = (
  works: readonly Pick<LinkedWork, 'id' | 'mergedAt'>[],
  links: readonly ResolvedLink[],
): ((id: string) => History) => {
  const times = new Map(works.map(({ id, mergedAt }) => [id, mergedAt]))
  const incoming = Map.groupBy(
    links.filter(({ relation }) => relation === 'reverts' || relation === 'repairs'),
    ({ to }) => to,
  )
  const histories = new Map<string, History>()
  const of = (id: string): History => {
    const known = histories.get(id)
    if (known) return known
    const history = tell(incoming.get(id) ?? [])
    histories.set(id, history)
    return history
  }
  const tell = (own: readonly ResolvedLink[]): History => {
    if (own.length === 0) return nothing
    const reverts = own.filter(({ relation }) => relation === 'reverts')
    const events = own.flatMap(({ from, relation, quote }): HistoryEvent[] => {
      const at = times.get(from) ?? new Date(0)
      if (relation === 'repairs') return [{ event: 'repaired', by: from, at, quote }]
      const undone = of(from).events.flatMap((event): HistoryEvent[] =>
        event.event === 'repaired' ? [] : [{ ...event, event: event.event === 'reverted' ? 'restored' : 'reverted' }],
      )
      return [{ event: 'reverted', by: from, at, quote }, ...undone]
    })
    return {
      isReverted: reverts.some(({ from }) => !of(from).isReverted),
      events: events.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      repairedBy: own.filter(({ relation }) => relation === 'repairs').map(({ from }) => from),
    }
  }
  return of
}
