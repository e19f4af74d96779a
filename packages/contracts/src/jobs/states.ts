/** The life of a job. The last three are terminal; only a replay leads out of `failed`. */
export const jobStates = ['scheduled', 'queued', 'running', 'retrying', 'succeeded', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export const terminalStates = ['succeeded', 'failed', 'cancelled'] as const satisfies readonly JobState[]
export type TerminalState = (typeof terminalStates)[number]

export const isTerminal = (state: JobState): state is TerminalState =>
  (terminalStates as readonly JobState[]).includes(state)

/** Sooner first. The position in this list is the number stored in the ledger. */
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]

/** How one attempt ended. `released` (drained) and `parked` (rate limit) use up no attempt, nor does `crashed`. */
export const attemptOutcomes = ['succeeded', 'failed', 'cancelled', 'released', 'parked', 'crashed'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]
