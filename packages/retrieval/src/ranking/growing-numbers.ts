/** Numbers of which nobody knows how many will come, 4 bytes each; room is doubled when it is used up. */
export const growingNumbers = () => {
  let values = new Uint32Array(1_024)
  let length = 0
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Uint32Array(2 * length)
        larger.set(values)
        values = larger
      }
      values[length] = value
      length += 1
    },
    length: () => length,
    /** What came so far; it changes with what comes. */
    values: () => values.subarray(0, length),
  }
}
