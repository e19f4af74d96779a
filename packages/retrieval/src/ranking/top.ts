/**
 * The numbers of the best documents with a positive score, best first. Equal scores are settled by the smaller number,
 * which is the smaller id.
 */
export const topDocuments = (scores: Float64Array, limit: number): number[] => {
  if (limit <= 0) return []
  const heap: number[] = []
  const isWorse = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0)
    return difference < 0 || (difference === 0 && a > b)
  }
  const worst = () => heap[0] ?? 0
  for (let document = 0; document < scores.length; document += 1) {
    if (!((scores[document] ?? 0) > 0)) continue
    if (heap.length < limit) {
      heap.push(document)
      siftUp(heap, isWorse)
    } else if (isWorse(worst(), document)) {
      heap[0] = document
      siftDown(heap, isWorse)
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1))
}

type IsWorse = (a: number, b: number) => boolean

const siftUp = (heap: number[], isWorse: IsWorse) => {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfWorse(heap, at, parent, isWorse)) return
    at = parent
  }
}

const siftDown = (heap: number[], isWorse: IsWorse) => {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) return
    const right = left + 1
    const child = right < heap.length && isWorse(heap[right] ?? 0, heap[left] ?? 0) ? right : left
    if (!swapIfWorse(heap, child, at, isWorse)) return
    at = child
  }
}

const swapIfWorse = (heap: number[], lower: number, upper: number, isWorse: IsWorse): boolean => {
  const below = heap[lower] ?? 0
  const above = heap[upper] ?? 0
  if (!isWorse(below, above)) return false
  heap[lower] = above
  heap[upper] = below
  return true
}
