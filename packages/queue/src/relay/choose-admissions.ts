import { priorities } from '@assay/contracts'
import type { Lane, WaitingJob } from '@assay/db'

/** BullMQ's priorities are 1 to 2,097,152; each of our four classes gets a quarter of them. */
const CLASS_SPAN = 500_000

/** A place in the queue: the class first, then the fair rank within it. Smaller is sooner. */
export const queuePriority = (effectiveClass: number, rank: number): number =>
  Math.max(effectiveClass, 0) * CLASS_SPAN + Math.min(rank, CLASS_SPAN - 1) + 1

export const laneKey = ({ queue, priority, workspace }: Lane) => `${queue}\n${priority}\n${workspace}`
const classKey = ({ queue, priority }: Lane) => `${queue}\n${priority}`

/** How many jobs stand in the queue: by lane, and by class over all workspaces. */
export type Depths = { lane(lane: Lane): number; class(lane: Lane): number; add(lane: Lane): void }

export function countDepths(lanes: readonly (Lane & { enqueued: number })[]): Depths {
  const byLane = new Map<string, number>()
  const byClass = new Map<string, number>()
  const grow = (lane: Lane, by: number) => {
    byLane.set(laneKey(lane), (byLane.get(laneKey(lane)) ?? 0) + by)
    byClass.set(classKey(lane), (byClass.get(classKey(lane)) ?? 0) + by)
  }
  for (const lane of lanes) grow(lane, lane.enqueued)
  return {
    lane: (lane) => byLane.get(laneKey(lane)) ?? 0,
    class: (lane) => byClass.get(classKey(lane)) ?? 0,
    add: (lane) => grow(lane, 1),
  }
}

export type Admission = { id: string; priority: number }

/**
 * Picks which waiting jobs are handed to the queue next, and at which place.
 *
 * Fairness: a job's rank is the number of jobs of its own workspace before it, so that workspaces take turns however
 * much one of them has submitted. Ageing: every `ageingStepMs` of waiting raises a job one class. The window bounds
 * what the queue holds of each class; the rest stays in the ledger, where order can still change.
 */
export function chooseAdmissions(
  waiting: readonly WaitingJob[],
  depths: Depths,
  { window, ageingStepMs, now }: { window: number; ageingStepMs: number; now: Date },
): Admission[] {
  const ahead = new Map<string, number>()
  const ranked = waiting.map((job) => {
    const key = laneKey(job)
    const rank = ahead.get(key) ?? depths.lane(job)
    ahead.set(key, rank + 1)
    return { job, rank, effectiveClass: effectiveClass(job, now, ageingStepMs) }
  })
  ranked.sort(
    (a, b) =>
      a.effectiveClass - b.effectiveClass || a.rank - b.rank || a.job.readyAt.getTime() - b.job.readyAt.getTime(),
  )

  const admitted: Admission[] = []
  for (const { job, rank, effectiveClass } of ranked) {
    if (depths.class(job) >= window) continue
    depths.add(job)
    admitted.push({ id: job.id, priority: queuePriority(effectiveClass, rank) })
  }
  return admitted
}

const effectiveClass = (job: WaitingJob, now: Date, ageingStepMs: number) =>
  Math.max(
    0,
    Math.min(job.priority, priorities.length - 1) - Math.floor((now.getTime() - job.readyAt.getTime()) / ageingStepMs),
  )
