/** A corpus that is the same at every run: passages of some topics, with the words and the directions of these. */
export type Synthetic = {
  readonly dimensions: number
  readonly textOf: (passage: number) => string
  readonly vectorOf: (passage: number) => Float32Array
  /** Queries are of topics, too, and no passage's own. */
  readonly queryOf: (query: number) => { readonly text: string; readonly vector: Float32Array }
}

const TOPICS = 2_000
const WORDS_OF_TOPIC = 60
const VOCABULARY = 60_000
const LENGTH = 60
/** Of a passage's direction against those of its topics. */
const NOISE = 0.5

export const synthesise = (dimensions: number): Synthetic => {
  const centres = Array.from({ length: TOPICS }, (_, topic) => direction(dimensions, random(topic + 1)))
  const topicsOf = (next: () => number) => Array.from({ length: 3 }, () => Math.floor(next() * TOPICS))
  const vectorOf = (seed: number): Float32Array => {
    const next = random(seed)
    const sum = direction(dimensions, next).map((value) => value * NOISE)
    for (const topic of topicsOf(random(seed * 7 + 3))) {
      const centre = centres[topic] ?? sum
      const share = 0.3 + 0.7 * next()
      for (let k = 0; k < dimensions; k += 1) sum[k] = (sum[k] ?? 0) + share * (centre[k] ?? 0)
    }
    return unit(sum)
  }
  const textOf = (seed: number, length: number): string => {
    const topics = topicsOf(random(seed * 7 + 3))
    const next = random(seed * 13 + 5)
    return Array.from({ length }, () => {
      const topic = topics[Math.floor(next() * topics.length)] ?? 0
      return next() < 0.5
        ? word(Math.floor(VOCABULARY ** next()))
        : word((topic * 31 + Math.floor(next() * WORDS_OF_TOPIC)) % VOCABULARY)
    }).join(' ')
  }
  return {
    dimensions,
    textOf: (passage) => textOf(passage, LENGTH),
    vectorOf,
    queryOf: (query) => ({ text: textOf(-1 - query, 4), vector: vectorOf(-1 - query) }),
  }
}

/** Weaker in later dimensions, as those of trained models are. */
const direction = (dimensions: number, next: () => number): Float32Array =>
  unit(Float32Array.from({ length: dimensions }, (_, k) => normal(next) / Math.sqrt(1 + k / 16)))

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

/** About normal, as the sum of four uniform numbers is. */
const normal = (next: () => number): number => next() + next() + next() + next() - 2

/** A word without a stem to lose: consonants and the letter o, by number. */
const word = (number: number): string => {
  let rest = number + 1
  let letters = ''
  while (rest > 0) {
    letters += `${'bcdfghklmnprtvwz'[rest % 16]}o`
    rest = Math.floor(rest / 16)
  }
  return `${letters}x`
}

/** mulberry32, a public-domain generator by Tommy Ettinger. */
const random = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
