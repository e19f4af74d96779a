/** What a command sees of the process that it runs in. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted when the person has had enough. */
  readonly signal: AbortSignal
}
