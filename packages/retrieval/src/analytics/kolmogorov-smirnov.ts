/** The largest distance between two empirical distribution functions (Smirnov, 1939), both sorted: 0 to 1. */
export const kolmogorovSmirnov = (a: Float64Array, b: Float64Array): number => {
  let atA = 0
  let atB = 0
  let largest = 0
  while (atA < a.length && atB < b.length) {
    const value = Math.min(a[atA] as number, b[atB] as number)
    while (atA < a.length && a[atA] === value) atA += 1
    while (atB < b.length && b[atB] === value) atB += 1
    largest = Math.max(largest, Math.abs(atA / a.length - atB / b.length))
  }
  return largest
}
