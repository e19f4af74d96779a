/** What a command sees of the process that it runs in. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where `npm start` keeps its state, credentials among it. */
  readonly home: string
  /** Aborted when the person has had enough. */
  readonly signal: AbortSignal
}
