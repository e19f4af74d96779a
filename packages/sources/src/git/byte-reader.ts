/** Reads a stream of bytes part by part; nothing is copied but what lies over the edge of two chunks. */
export type ByteReader = {
  /** What comes next without taking it, so many bytes if there are; less at the end, and of a line of our own. */
  ahead(bytes: number): Promise<string>
  /** Everything up to and with the first of this byte; nothing at the end. */
  through(end: number): Promise<Buffer | undefined>
  /** Lines as long as `goesOn`, asked with the first byte of each, says so; as the pieces in which they came. */
  lines(goesOn: (first: number | undefined) => boolean): Promise<Buffer[]>
}

export const NUL = 0
export const NEWLINE = 10
/** Begins the lines that end our batches, behind which nothing comes until more is asked for. */
export const HASH = 35

export const createByteReader = (stream: AsyncIterable<Buffer>): ByteReader => {
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
  const through = async (end: number): Promise<Buffer | undefined> => {
    for (let searchedTo = at; ; ) {
      const found = buffer.indexOf(end, searchedTo)
      if (found >= 0) {
        const part = buffer.subarray(at, found + 1)
        at = found + 1
        return part
      }
      searchedTo = buffer.length - at
      if (!(await more())) return undefined
    }
  }
  return {
    through,

    async ahead(bytes) {
      while (buffer.length - at < bytes && buffer[at] !== HASH) if (!(await more())) break
      return buffer.toString('latin1', at, at + bytes)
    },

    async lines(goesOn) {
      const pieces: Buffer[] = []
      let from = at
      for (;;) {
        if (at < buffer.length) {
          // Lines are short: looking at each byte is faster than a call for each line.
          let end = at
          while (end < buffer.length && buffer[end] !== NEWLINE) end += 1
          if (end < buffer.length) {
            if (!goesOn(buffer[at])) break
            at = end + 1
            continue
          }
        } else if (!goesOn(undefined)) break
        if (at > from) pieces.push(buffer.subarray(from, at))
        if (!(await more())) return pieces
        from = 0
      }
      if (at > from) pieces.push(buffer.subarray(from, at))
      return pieces
    },
  }
}
