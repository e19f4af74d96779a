import type { Prompt } from '@assay/retrieval'
import { z } from 'zod'

/** Writes text for a prompt. */
export type LanguageModel = (prompt: Prompt, signal: AbortSignal) => Promise<string>

const WITHIN_MS = 30_000
const MOST_TOKENS = 800

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/**
 * A model behind an OpenAI-compatible address (POST /chat/completions), such as those of OpenAI, Ollama and vLLM. It gets
 * no tools, and what it writes is checked before anybody sees it.
 */
export const openLanguageModel =
  ({ url, model, key }: { url: string; model: string; key?: string | undefined }): LanguageModel =>
  async ({ system, user }, signal) => {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({
        model,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
      }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`The language model answers ${response.status}`)
    const [choice] = completionSchema.parse(await response.json()).choices
    return choice?.message.content ?? ''
  }
