import type { MonetisedValue, PlannedPart, ValuePart } from './value.ts'

export type ValuedPullRequest = {
  readonly id: string
  readonly value: MonetisedValue
  readonly mergedAt?: Date | null | undefined
  /** The same for all pull requests that carry one change. */
  readonly changeSet?: string | null | undefined
  /** It is not asked for itself, but what it tells of is not counted again. */
  readonly isBeside?: boolean | undefined
}

/** A part that tells of an effect which an earlier pull request tells of already. */
export type Duplicate = { readonly id: string; readonly quote: string; readonly countedIn: string }

export type Counted = {
  readonly id: string
  readonly value: Extract<MonetisedValue, { status: 'valued' }>
  readonly parts: readonly ValuePart[]
}

/** Within so many days the same effect told twice is one: releases, reports, summaries of what was done. */
const SAME_EFFECT_DAYS = 90

/** Where an effect was told first. Of unknown times nobody can say that they are far apart. */
type Telling = { readonly id: string; readonly from: number | null; readonly days: number }

/** Leaves every effect to the earliest pull request that tells of it. */
export const countOnce = (
  pullRequests: readonly ValuedPullRequest[],
): { counted: Counted[]; duplicates: Duplicate[] } => {
  const tellings = new Map<string, Telling[]>()
  const duplicates: Duplicate[] = []
  const inOrder = pullRequests.toSorted((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0))
  const counted = inOrder.flatMap((pullRequest): Counted[] => {
    const { id, value, isBeside } = pullRequest
    if (value.status !== 'valued') return []
    const at = timeOf(pullRequest)
    const earlierOf = (part: PlannedPart) =>
      keysOf(part, pullRequest)
        .flatMap(({ key }) => tellings.get(key) ?? [])
        .find((told) => told.id !== id && isWithin(at, told))
    const parts = value.parts.filter((part) => {
      const earlier = earlierOf(part)
      if (earlier && !isBeside) duplicates.push({ id, quote: part.quote, countedIn: earlier.id })
      return earlier === undefined
    })
    for (const { key, days } of parts.flatMap((part) => keysOf(part, pullRequest))) {
      tellings.set(key, [...(tellings.get(key) ?? []), { id, from: at, days }])
    }
    return isBeside ? [] : [{ id, value, parts }]
  })
  return { counted, duplicates }
}

const timeOf = ({ mergedAt }: ValuedPullRequest): number | null => mergedAt?.getTime() ?? null

const isWithin = (at: number | null, { from, days }: Telling): boolean =>
  at === null || from === null || at - from <= days * 86_400_000

/** What is the same: the same effect told soon after, and the same kind of effect in what carries the same change. */
const keysOf = (
  { effect, mechanism, item, told }: PlannedPart,
  { changeSet }: ValuedPullRequest,
): { key: string; days: number }[] => {
  // Repair is nobody's effect.
  if (effect === '') return []
  const inSet = changeSet ? [{ key: JSON.stringify([changeSet, mechanism, item, told]), days: Infinity }] : []
  return [{ key: effect, days: SAME_EFFECT_DAYS }, ...inSet]
}
