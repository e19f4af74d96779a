import { countTokens } from '../../tokens/count-tokens.ts'

export type Batch = { readonly texts: readonly string[]; readonly tokens: number }

/** What servers take by default: Text Embeddings Inference 32 texts, and 16,384 tokens. */
const MOST_TEXTS = 32
const MOST_TOKENS = 16_384

/** Texts in their order, together as far as a request may hold them; a text that is too long by itself goes alone. */
export const createBatches = (
  texts: readonly string[],
  { mostTexts = MOST_TEXTS, mostTokens = MOST_TOKENS }: { mostTexts?: number; mostTokens?: number } = {},
): Batch[] => {
  const batches: { texts: string[]; tokens: number }[] = []
  for (const text of texts) {
    const tokens = countTokens(text)
    const last = batches.at(-1)
    if (last && last.texts.length < mostTexts && last.tokens + tokens <= mostTokens) {
      last.texts.push(text)
      last.tokens += tokens
    } else batches.push({ texts: [text], tokens })
  }
  return batches
}
