export type EmbedderVersion = {
  readonly name: string
  readonly dimensions: number
  /** Vectors of length 1, or as the model gives them. */
  readonly normalisation: 'unit' | 'none'
  /** Changes with anything that changes a vector; vectors of different hashes must not be compared. */
  readonly hash: string
}

/** A passage to be embedded: the title of its source with the headings above it, and its text. */
export type EmbeddedText = { readonly title: string; readonly text: string }

export type Embedded = {
  /** One for each text. */
  readonly vectors: readonly Float32Array[]
  /** As the model counts them, where it charges for them. */
  readonly tokens: number
  readonly costUsd: number
}

/** Turns passages and queries into vectors of one space. */
export type PassageEmbedder = {
  readonly version: EmbedderVersion
  embedPassages(texts: readonly EmbeddedText[], signal?: AbortSignal): Promise<Embedded>
  embedQuery(query: string, signal?: AbortSignal): Promise<Float32Array>
}

/** What embedding costs where nobody charges for it. */
export const free = { tokens: 0, costUsd: 0 } as const
