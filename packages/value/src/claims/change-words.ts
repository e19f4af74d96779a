/**
 * What a word says happened to the thing measured. `down` and `up` are good or bad depending on the metric;
 * `good` and `bad` are judgements of their own.
 */
export type Sense = 'down' | 'up' | 'good' | 'bad'

export type ChangeWord = {
  readonly sense: Sense
  readonly as: 'verb' | 'noun' | 'adjective'
  /** Takes its amount without a preposition: "saves 3 ms". */
  readonly direct: boolean
}

const verbForms = (verb: string): string[] => {
  const [base = verb, past] = verb.split('/')
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  return [
    base,
    /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`,
    `${stem}ing`,
    ...(past ? past.split('|') : [`${stem}ed`]),
  ]
}

const entries: [string, ChangeWord][] = []
const add = (as: ChangeWord['as'], sense: Sense, words: string, direct = false) => {
  for (const word of words.trim().split(/\s+/)) {
    for (const form of as === 'verb' ? verbForms(word) : [word]) entries.push([form, { sense, as, direct }])
  }
}

add(
  'verb',
  'down',
  'reduce decrease lower shrink/shrank|shrunk|shrinked shorten fall/fell|fallen decline/declined diminish minimize/minimized minimise/minimised lessen go_down/went_down|gone_down goes_down come_down/came_down bring_down/brought_down cut_down/cut_down cutting_down',
)
add('verb', 'down', 'drop/dropped dropping eliminate/eliminated remove/removed avoid strip/stripped')
add(
  'verb',
  'down',
  'save/saved shave/shaved|shaven cut/cut cutting trim/trimmed trimming slash/slashed knock reclaim free/freed freeing',
  true,
)
add(
  'verb',
  'up',
  'increase/increased raise/raised grow/grew|grown rise/rose|risen jump climb/climbed inflate/inflated bloat go_up/went_up|gone_up goes_up',
)
add('verb', 'up', 'add gain', true)
add(
  'verb',
  'good',
  'improve/improved optimize/optimized optimise/optimised enhance/enhanced accelerate/accelerated boost speed_up/sped_up|speeded_up speedup outperform quicken tune/tuned',
)
add('verb', 'bad', 'regress degrade/degraded degrading worsen slow_down/slowed_down slow hurt/hurt cost/cost lose/lost')
add('noun', 'down', 'reduction reductions decrease decreases drop drops saving savings cut shrinkage shrink reducing')
add('noun', 'up', 'increase increases growth rise jump uptick')
add(
  'noun',
  'good',
  'improvement improvements improvment gain gains win wins speedup speedups speed-up speed-ups boost boosts optimization optimizations optimisation optimisations acceleration speed_up',
)
add(
  'noun',
  'bad',
  'regression regressions degradation degradations slowdown slowdowns slow-down penalty hit loss deterioration slow_down',
)
add('adjective', 'good', 'faster quicker cheaper better speedier snappier sooner quicker swifter')
add('adjective', 'bad', 'slower worse costlier pricier')
add('adjective', 'down', 'smaller lower fewer less shorter leaner lighter slimmer')
add('adjective', 'up', 'larger bigger more higher longer heavier greater')

// Verbs come first; a noun of the same spelling ("drop", "increase") is told from its place in the sentence.
const WORDS = new Map<string, ChangeWord[]>()
for (const [word, meaning] of entries) WORDS.set(word, [...(WORDS.get(word) ?? []), meaning])

/** The readings of a word as a change, of one part of speech if asked. */
export function changeWord(text: string, as?: ChangeWord['as']): ChangeWord | undefined {
  return WORDS.get(text)?.find((reading) => as === undefined || reading.as === as)
}

const PARTICLE_VERBS =
  /^(?:go|goes|going|went|gone|come|comes|coming|came|bring|brings|bringing|brought|cut|cuts|cutting|speed|speeds|speeding|speeded|sped|slow|slows|slowing|slowed)$/

/** The verb and its particle as one word, also when the object stands between: "speeds the build up". */
export function withParticle(verb: string, particle: string): string | null {
  if (!PARTICLE_VERBS.test(verb) || (particle !== 'up' && particle !== 'down')) return null
  const joined = `${verb}_${particle}`
  if (WORDS.has(joined)) return joined
  const base = /^s(?:pe|lo)/.test(verb)
    ? verb.startsWith('sp')
      ? 'speed_up'
      : 'slow_down'
    : /^(?:go|we)/.test(verb)
      ? `go_${particle}`
      : `bring_${particle}`
  return WORDS.has(base) ? base : null
}
