/** The sum of products of two runs of numbers. Four sums at a time, so that no addition has to wait for the one before. */
export const dotProduct = (a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number => {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let k = 0
  for (; k + 3 < length; k += 4) {
    s0 += (a[fromA + k] as number) * (b[fromB + k] as number)
    s1 += (a[fromA + k + 1] as number) * (b[fromB + k + 1] as number)
    s2 += (a[fromA + k + 2] as number) * (b[fromB + k + 2] as number)
    s3 += (a[fromA + k + 3] as number) * (b[fromB + k + 3] as number)
  }
  for (; k < length; k += 1) s0 += (a[fromA + k] as number) * (b[fromB + k] as number)
  return s0 + s1 + s2 + s3
}
