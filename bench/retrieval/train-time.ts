import { foldInAll, type TermCounts, trainLsa } from '@assay/retrieval'

const documents = 20_000
const vocabulary = 50_000
const termsOfDocument = 120
const dimensions = 256

/** 2.4 million entries; how often a term comes falls off as it does in text. */
const syntheticCounts = (): TermCounts => {
  const random = seeded()
  const rows = Array.from({ length: documents }, () => {
    const terms = new Set<number>()
    while (terms.size < termsOfDocument) terms.add(Math.floor(vocabulary * random() ** 3))
    return Uint32Array.from(terms).sort()
  })
  const indexes = new Uint32Array(documents * termsOfDocument)
  for (const [row, terms] of rows.entries()) indexes.set(terms, row * termsOfDocument)
  return {
    rows: documents,
    columns: vocabulary,
    starts: Uint32Array.from({ length: documents + 1 }, (_, row) => row * termsOfDocument),
    indexes,
    values: Float32Array.from(indexes, () => 1 + Math.floor(-Math.log(1 - random()))),
  }
}

/** A linear congruential generator with Knuth's constants for 32 bits: the same corpus on every run. */
const seeded = () => {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** How long and with how much memory meaning is learned. */
export const measureTraining = (): string => {
  const counts = syntheticCounts()
  const before = process.cpuUsage()
  const started = performance.now()
  const model = trainLsa(counts, { dimensions })
  const trainedMs = performance.now() - started
  const used = process.cpuUsage(before)
  foldInAll(model, counts)
  const foldedMs = performance.now() - started - trainedMs
  const peakMb = process.resourceUsage().maxRSS / 1024
  return `${documents.toLocaleString('en')} synthetic documents, ${vocabulary.toLocaleString('en')} terms, ${(documents * termsOfDocument).toLocaleString('en')} entries, ${dimensions} dimensions, one thread: trained in ${(trainedMs / 1000).toFixed(1)} s (${((used.user + used.system) / 1e6).toFixed(1)} s of processor time), all documents folded in after another ${(foldedMs / 1000).toFixed(1)} s, ${peakMb.toFixed(0)} MB of memory at most.`
}
