/** What a chunker knows of a text: where it may be cut, and under which headings its parts stand. */
export type Structure = {
  /**
   * The best place in `(from, to]` for a chunk to end. Places before `preferred` would leave it small, and are taken
   * only where there is no other. `from` where no unit ends at all. It may be one character beyond `to`: a wide full
   * stop, which the tokenizer puts to the next sentence.
   */
  readonly cut: (from: number, preferred: number, to: number) => number
  /** The first place in `[from, to)` where a unit begins, for an overlap to begin with; `to` where there is none. */
  readonly begin: (from: number, to: number) => number
  /** Headings above a place, the outermost first; for a diff, its file and hunk; for code, what it is nested in. */
  readonly pathAt: (at: number) => readonly string[]
}

/** Cuts between any two of the tokenizer's pieces. */
export const noStructure: Structure = {
  cut: (_from, _preferred, to) => to,
  begin: (from) => from,
  pathAt: () => [],
}
