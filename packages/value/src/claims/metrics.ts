import type { Sense } from './change-words.ts'
import type { Effect, Metric } from './claim.ts'
import type { Dimension } from './units.ts'

const NOUNS: readonly (readonly [Metric, string])[] = [
  [
    'latency',
    'latency latencies rtt ttfb lcp inp fcp tti p50 p75 p90 p95 p99 p999 p99.9 lag pause pauses stall stalls',
  ],
  ['throughput', 'throughput bandwidth rps qps tps ops ops/s ops/sec req/s req/sec iops'],
  ['speed', 'speed perf performance fps speedometer geomean'],
  ['overhead', 'overhead overheads'],
  ['other', 'hit_rate'],
  ['memory', 'memory mem rss heap ram vram footprint b/op allocated resident retained wss vsz pss'],
  ['allocations', 'allocation allocations allocs alloc allocs/op garbage malloc mallocs'],
  ['instructions', 'instruction instructions stores loads cycles branches misses'],
  ['cpu', 'cpu'],
  ['error_rate', 'error errors failure failures conflict conflicts flakiness flake crash crashes'],
  ['cost', 'cost costs'],
  ['money', 'bill billing spend spending'],
  ['requests', 'requests calls queries round-trips roundtrips round_trips syscalls fetches rpcs lookups'],
  [
    'time',
    'time times runtime duration times walltime wall-time wall-clock wallclock wall startup startup-time start-up elapsed seconds',
  ],
  [
    'size',
    'size sizes bundle binary gzip gzipped minified css package tarball image images dist disk payload output download chunk chunks wasm length artifact',
  ],
]

const METRIC_OF = new Map(NOUNS.flatMap(([metric, words]) => words.split(' ').map((word) => [word, metric] as const)))

/** What a noun measures; of a compound the last part that measures anything counts. */
export function metricOf(text: string): Metric | null {
  const whole = METRIC_OF.get(text)
  if (whole || !/[-/.]/.test(text)) return whole ?? null
  for (const part of text.split(/[-/.]/).reverse()) {
    const metric = METRIC_OF.get(part)
    if (metric) return metric
  }
  return null
}

// Of the other measures only shares of what went well are read, such as cache hits.
const HIGHER_IS_BETTER: ReadonlySet<Metric> = new Set(['throughput', 'speed', 'other'])

/** Whether a change of that sense is good for that metric; null when the words do not say. */
export function effectOf(sense: Sense, metric: Metric | null): Effect | null {
  if (sense === 'good') return 'improvement'
  if (sense === 'bad') return 'regression'
  if (sense === 'up' && metric === null) return null
  const higherIsBetter = metric !== null && HIGHER_IS_BETTER.has(metric)
  return (sense === 'up') === higherIsBetter ? 'improvement' : 'regression'
}

const OF_TIME: ReadonlySet<Metric> = new Set(['time', 'latency', 'overhead', 'cpu', 'cost'])
const OF_SIZE: ReadonlySet<Metric> = new Set(['memory', 'size', 'allocations', 'overhead', 'cost'])

/** Whether a metric can be counted in such a unit: seconds are never memory. */
export function fitsUnit(metric: Metric, dimension: Dimension): boolean {
  if (dimension === 'time') return OF_TIME.has(metric)
  return dimension !== 'size' || OF_SIZE.has(metric)
}

/** What an amount measures when no word tells. */
export function metricOfUnit(dimension: Dimension, unit: string | null): Metric | null {
  if (dimension === 'time') return 'time'
  if (dimension === 'size') return /^(?:gi?b|bytes)$/i.test(unit ?? '') ? 'memory' : 'size'
  if (dimension === 'rate') return 'throughput'
  if (dimension === 'money') return 'money'
  if (dimension === 'count') return metricOf(unit ?? '') ?? 'requests'
  return null
}

// Things that are set rather than measured: making them smaller is no achievement by itself.
const SETTING =
  /(?:time[-_]?outs?|ttl|intervals?|periods?|thresholds?|tolerances?|limits?|defaults?|retention|back-?off|debounce|throttle|delays?|dead-?lines?|quota|cap|backlog|sleeps?|expiry|expiration|lifetime|cooldown|grace|retries|budget|replicas?|concurrency)$/i
const SETTING_COMPOUND =
  /^(?:max|min|default|limit|timeout|warn)[A-Z_.-]|(?:_|[a-z])(?:timeout|interval|limit|threshold|duration|period|ttl|size|delay|max|min)s?$/i
const SETTING_PAIR =
  /^(?:write|read|buffer|batch|block|page|pool|queue|cache|chunk|window|step|frame|stack|ring|max|min|default|instance|disk|volume|shard) (?:buffer )?(?:size|sizes|length|memory|count|capacity|duration|age)$/i
const DISPLAY =
  /^(?:opacity|zoom|scale|scaling|dpi|padding|margin|width|height|font|icon|icons|button|screen|px|pixels?|animation|transition|animations|fade|brightness|contrast|volume|layout|viewport|logo)$/i
const COUNTED_TEXT = /^(?:coverage|branches|statements|loc|sloc|lines|line)$/i

const BOUND = /^(?:max(?:imum)?|min(?:imum)?)$/i

// The most or least of something is a setting, unless it is what a measurement reports.
const MEASURED_AT_MOST =
  /^(?:rss|memory|heap|latency|time|duration|bytes?|allocated|cpu|usage|pauses?|and|or|of|to|from|by|in|is|was|are|\W*)$/i

export type Thing = 'setting' | 'display' | 'text'

/** Whether a noun, with the one before it, names something that is configured, drawn or written rather than measured. */
export function thingOf(text: string, previous: string): Thing | null {
  if (DISPLAY.test(text)) return 'display'
  if (COUNTED_TEXT.test(text)) return 'text'
  if (BOUND.test(previous) && !MEASURED_AT_MOST.test(text)) return 'setting'
  if (SETTING.test(text) || SETTING_PAIR.test(`${previous} ${text}`)) return 'setting'
  return /[A-Z_]/.test(text) && SETTING_COMPOUND.test(text) ? 'setting' : null
}
