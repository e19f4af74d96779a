/** Numbers that were given back, for the next text: memory that is new costs more than what is written into it. */
const spare: Int32Array<ArrayBuffer>[] = []
/** 16 MB, which is enough for a text of about 4 MB. */
const mostSpare = 1 << 22
const leastLength = 1 << 12

export type Scratch = ReturnType<typeof openScratch>

/** Lends numbers for as long as one text is worked on. What they hold at first is left over from others. */
export const openScratch = () => {
  const lent: Int32Array<ArrayBuffer>[] = []

  const numbers = (least: number): Int32Array<ArrayBuffer> => {
    const index = spare.findIndex((one) => one.length >= least)
    const found = index < 0 ? undefined : spare.splice(index, 1)[0]
    const one = found ?? new Int32Array(Math.max(leastLength, 2 ** Math.ceil(Math.log2(least))))
    lent.push(one)
    return one
  }

  /** The same numbers with room for one more at an index. */
  const reaching = (few: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> => {
    if (index < few.length) return few
    const many = numbers(2 * index)
    many.set(few)
    return many
  }

  /** No number that was lent may be read or written afterwards. */
  const release = (): void => {
    let length = spare.reduce((sum, one) => sum + one.length, 0)
    for (const one of lent.splice(0)) {
      length += one.length
      if (length > mostSpare) return
      spare.push(one)
    }
    spare.sort((one, other) => one.length - other.length)
  }

  return { numbers, reaching, release }
}
