type Reason = { reason: string; contribution: number; evidence: string }
export type ScoreStep = Reason & { from: number; to: number }

/** How a score comes about: each reason begins where the one before it ended. */
export function scoreSteps(breakdown: readonly Reason[]): ScoreStep[] {
  let reached = 0
  return breakdown.map((reason) => {
    const from = reached
    reached += reason.contribution
    return { ...reason, from, to: reached }
  })
}

const TENTH = 10

/** The end of a scale on which the steps and the interval fit, in tens; a score is never above 100. */
export const scaleOf = (steps: readonly ScoreStep[], high: number): number =>
  Math.min(100, TENTH * Math.ceil(Math.max(TENTH, high, ...steps.map(({ to }) => to)) / TENTH))
