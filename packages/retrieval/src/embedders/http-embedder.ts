import { createHash } from 'node:crypto'
import { unitVector } from '../lsa/train-lsa.ts'
import { countTokens } from '../tokens/count-tokens.ts'
import type { EmbeddedText, PassageEmbedder } from './embedder.ts'
import { type AskOptions, askForEmbeddings } from './http/ask-for-embeddings.ts'
import { type Batch, createBatches } from './http/create-batches.ts'
import { createSlots } from './http/create-slots.ts'

export type HttpEmbedderOptions = {
  /** Up to and with the version, as in https://api.openai.com/v1. */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
  /** Of the vectors that the model gives; others are refused. */
  readonly dimensions: number
  /** Asks the model for so many dimensions; few models can shorten their vectors. */
  readonly shortened?: boolean
  /** What a million tokens cost. */
  readonly usdPerMillionTokens?: number
  readonly atOnce?: number
} & Partial<Pick<AskOptions, 'timeoutMs' | 'wait'>>

/** Raise it with every change to what is sent for a passage: stored vectors are then known to be of another version. */
const ALGORITHM = 'openai-embeddings/1'
const REQUESTS_AT_ONCE = 4
/** A passage that is embedded can take its time; somebody waits for a query. */
const PASSAGES_WITHIN_MS = 60_000
const QUERY_WITHIN_MS = 5_000

/**
 * A model behind an OpenAI-compatible address (POST /embeddings), such as those of OpenAI, Ollama, vLLM and Text Embeddings
 * Inference. Vectors are brought to length 1.
 * @throws RangeError for an address that is not http or carries credentials.
 */
export const createHttpEmbedder = ({
  url,
  model,
  key,
  dimensions,
  shortened = false,
  usdPerMillionTokens = 0,
  atOnce = REQUESTS_AT_ONCE,
  timeoutMs = PASSAGES_WITHIN_MS,
  ...options
}: HttpEmbedderOptions): PassageEmbedder => {
  const address = `${checkAddress(url).replace(/\/+$/, '')}/embeddings`
  const slots = createSlots(atOnce)
  const identity = JSON.stringify([ALGORITHM, address, model, dimensions, shortened])
  const ask = async (texts: readonly string[], limits: Omit<AskOptions, 'key' | 'dimensions' | 'wait'>) => {
    const body = { model, input: texts, encoding_format: 'float', ...(shortened && { dimensions }) }
    const { vectors, tokens } = await askForEmbeddings(address, body, { ...options, ...limits, key, dimensions })
    return {
      vectors: vectors.map((vector) => unitVector(Float64Array.from(vector))),
      tokens: tokens ?? texts.reduce((sum, text) => sum + countTokens(text), 0),
    }
  }
  return {
    version: {
      name: model,
      dimensions,
      normalisation: 'unit',
      hash: createHash('sha256').update(identity).digest('hex'),
    },
    async embedPassages(texts, signal) {
      const batches = createBatches(texts.map(asOneText))
      // One that fails ends the others: what they would give is not used.
      const failed = new AbortController()
      const all = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
      const one = async ({ texts: some }: Batch) => {
        try {
          return await slots(() => ask(some, { timeoutMs, signal: all }))
        } catch (error) {
          failed.abort(error)
          throw error
        }
      }
      const parts = await Promise.all(batches.map(one))
      const tokens = parts.reduce((sum, part) => sum + part.tokens, 0)
      return {
        vectors: parts.flatMap(({ vectors }) => vectors),
        tokens,
        costUsd: (tokens * usdPerMillionTokens) / 1_000_000,
      }
    },
    async embedQuery(query, signal) {
      const { vectors } = await ask([query], { timeoutMs: Math.min(timeoutMs, QUERY_WITHIN_MS), signal, attempts: 1 })
      return vectors[0] ?? new Float32Array(dimensions)
    },
  }
}

const asOneText = ({ title, text }: EmbeddedText): string => (title.trim() === '' ? text : `${title}\n\n${text}`)

const checkAddress = (url: string): string => {
  const { protocol, username, password } = new URL(url)
  if (!/^https?:$/.test(protocol)) throw new RangeError('The address of embeddings has to be http or https')
  if (username !== '' || password !== '')
    throw new RangeError('The address of embeddings carries credentials; give the key apart')
  return url
}
