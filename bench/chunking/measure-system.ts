import { join } from 'node:path'
import { quantile } from '../quantile.ts'
import { readCorpus } from './corpus.ts'
import { judge, type Quality } from './quality.ts'
import { systems } from './systems.ts'

export type Figures = {
  /** Bytes of UTF-8 of the text in millions, by second of processor time. */
  readonly speed: number
  readonly quality: Quality
}

/** CPU seconds that are spent before it is measured: by then the compiler has seen enough of any of the systems. */
const warmUpSeconds = 2
/** The clock ticks every few milliseconds. */
const roundSeconds = 0.4

/** Of all threads of this process: garbage that other threads collect is work, too. */
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [name, tokens, rounds, megabytes] = process.argv.slice(2)
const system = systems.find((one) => one.name === name)
if (!system) throw new Error(`There is no system called ${name}`)
const corpus = readCorpus(join(import.meta.dirname, '../..'), Number(megabytes))
const text = corpus.slice(0, Math.floor(corpus.length * system.share)).toWellFormed()
const maxTokens = Number(tokens)
// What they say while they work is no part of the answer.
console.warn = () => undefined

/** Chunks the text again and again; returns how often in one CPU second. */
const repeat = async (seconds: number) => {
  const started = cpuSeconds()
  let calls = 0
  do {
    await system.chunk(text, maxTokens)
    calls += 1
  } while (cpuSeconds() - started < seconds)
  return calls / (cpuSeconds() - started)
}

await repeat(warmUpSeconds)
const calls: number[] = []
for (let round = 0; round < Number(rounds); round += 1) calls.push(await repeat(roundSeconds))
const figures: Figures = {
  speed: quantile(calls, 0.5) * (Buffer.byteLength(text) / 1e6),
  quality: judge(text, await system.chunk(text, maxTokens), maxTokens),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
