import { z } from 'zod'
import { EmbeddingsUnusable } from './embedding-errors.ts'

export type Embeddings = {
  /** In the order of the texts. */
  readonly vectors: readonly (readonly number[])[]
  /** Not every server counts them. */
  readonly tokens: number | null
}

/** What is not a number travels as null. */
const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number().nullable()) })),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).nullish(),
})

/** @throws EmbeddingsUnusable unless there is one whole vector for each text. */
export const readEmbeddings = (
  text: string,
  expected: { readonly texts: number; readonly dimensions: number },
): Embeddings => {
  const answer = answerSchema.safeParse(parse(text))
  if (!answer.success) throw EmbeddingsUnusable('it is not a list of embeddings')
  const { data, usage } = answer.data
  const byIndex = new Map(data.map(({ index, embedding }) => [index, embedding]))
  if (data.length !== expected.texts || byIndex.size !== expected.texts)
    throw EmbeddingsUnusable(`it has ${data.length} vectors for ${expected.texts} texts`)
  const vectors = Array.from({ length: expected.texts }, (_, at) => {
    const vector = byIndex.get(at)
    if (!vector) throw EmbeddingsUnusable(`it has no vector for text ${at + 1} of ${expected.texts}`)
    if (vector.length !== expected.dimensions)
      throw EmbeddingsUnusable(`its vectors have ${vector.length} dimensions, and ${expected.dimensions} are expected`)
    return vector.map((value) => {
      if (value === null || !Number.isFinite(Math.fround(value)))
        throw EmbeddingsUnusable('a vector holds what is not a number')
      return value
    })
  })
  return { vectors, tokens: usage?.prompt_tokens ?? null }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
