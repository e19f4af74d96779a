/** The first index in `[from, length]` whose number is not less than `wanted`; numbers ascend. */
export const lowerBound = (numbers: Int32Array, length: number, wanted: number, from = 0): number => {
  let low = from
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** The same, looked for in wider and wider steps around `near`: what is asked for next is mostly close to the last. */
export const lowerBoundNear = (numbers: Int32Array, length: number, wanted: number, near: number): number => {
  let step = 4
  let low = Math.min(near, length)
  let high = low
  while (low > 0 && (numbers[low - 1] ?? 0) >= wanted) {
    high = low - 1
    low = Math.max(0, low - step)
    step *= 2
  }
  while (high < length && (numbers[high] ?? 0) < wanted) {
    low = high + 1
    high = Math.min(length, high + step)
    step *= 2
  }
  return lowerBound(numbers, high, wanted, low)
}
