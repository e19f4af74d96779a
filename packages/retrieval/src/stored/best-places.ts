/** The best of what is offered, as many as wanted; of equal scores the smaller places. */
export type BestPlaces = {
  /** What does not score more than this is not among the best. */
  readonly least: () => number
  readonly offer: (place: number, score: number) => void
  /** Best first. */
  readonly list: () => { readonly place: number; readonly score: number }[]
}

/** Places have to be offered in rising order. */
export const keepBest = (wanted: number): BestPlaces => {
  const places = new Uint32Array(wanted)
  const scores = new Float64Array(wanted)
  let held = 0

  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number)
    return difference < 0 || (difference === 0 && (places[a] as number) > (places[b] as number))
  }
  const swap = (a: number, b: number): void => {
    const place = places[a] as number
    const score = scores[a] as number
    places[a] = places[b] as number
    scores[a] = scores[b] as number
    places[b] = place
    scores[b] = score
  }
  const put = (at: number, place: number, score: number): void => {
    places[at] = place
    scores[at] = score
  }
  const siftUp = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isWorse(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const siftDown = (): void => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      if (left >= held) return
      const child = left + 1 < held && isWorse(left + 1, left) ? left + 1 : left
      if (!isWorse(child, at)) return
      swap(child, at)
      at = child
    }
  }

  return {
    least: () => (held < wanted ? 0 : (scores[0] ?? Number.POSITIVE_INFINITY)),
    offer(place, score) {
      if (held < wanted) {
        put(held, place, score)
        held += 1
        siftUp(held - 1)
      } else if (score > (scores[0] ?? Number.POSITIVE_INFINITY)) {
        put(0, place, score)
        siftDown()
      }
    },
    list: () =>
      Array.from({ length: held }, (_, at) => ({ place: places[at] as number, score: scores[at] as number })).sort(
        (a, b) => b.score - a.score || a.place - b.place,
      ),
  }
}
