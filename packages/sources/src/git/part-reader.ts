/** Reads the output of `git diff-tree -z --stdin`: parts that end at NUL, and lines of our own that end at a newline. */
export type PartReader = {
  /** The next part without its NUL, or a line that begins with `#` with its newline; nothing at the end. */
  next(): Promise<string | undefined>
  /** The next part even if it begins with `#`: a path may. */
  path(): Promise<string | undefined>
}

const NUL = 0
const NEWLINE = 10
const HASH = 35

export const createPartReader = (stream: AsyncIterable<Buffer>): PartReader => {
  const chunks = stream[Symbol.asyncIterator]()
  let buffer: Buffer = Buffer.alloc(0)
  let at = 0

  const more = async (): Promise<boolean> => {
    const { done, value } = await chunks.next()
    if (done) return false
    buffer = at === buffer.length ? value : Buffer.concat([buffer.subarray(at), value])
    at = 0
    return true
  }
  const upTo = async (end: number, keep: 0 | 1): Promise<string | undefined> => {
    for (let searchedTo = at; ; ) {
      const found = buffer.indexOf(end, searchedTo)
      if (found >= 0) {
        const part = buffer.toString('utf8', at, found + keep)
        at = found + 1
        return part
      }
      searchedTo = buffer.length - at
      if (!(await more())) return undefined
    }
  }
  return {
    async next() {
      if (at === buffer.length && !(await more())) return undefined
      return buffer[at] === HASH ? upTo(NEWLINE, 1) : upTo(NUL, 0)
    },
    path: () => upTo(NUL, 0),
  }
}
