import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** The request as the OpenAI API publishes it (POST /embeddings); anything else in it is refused, as servers do. */
const requestSchema = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2_048),
  encoding_format: z.enum(['float', 'base64']).optional(),
  dimensions: z.int().min(1).optional(),
  user: z.string().optional(),
})

type Request = z.output<typeof requestSchema>
type Reply = { readonly status: number; readonly headers?: Record<string, string>; readonly body: unknown }

export type EmbeddingsServer = {
  readonly url: string
  readonly requests: readonly Request[]
  /** The most that were under way at a time. */
  readonly mostAtOnce: () => number
  /** Answers the next requests, before it answers as it should again. */
  readonly replyNext: (...replies: readonly (Reply | 'hang up' | 'stay silent')[]) => void
  readonly close: () => Promise<void>
}

/** Two words of a text are near each other if they begin alike: enough of a space to tell texts apart. */
export const vectorOfText = (text: string, dimensions: number): number[] => {
  const vector = new Array<number>(dimensions).fill(0)
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
    vector[word.charCodeAt(0) % dimensions] = (vector[word.charCodeAt(0) % dimensions] ?? 0) + 2
  return vector
}

/** A server on this machine that holds to the published shape, with a key. */
export const startEmbeddingsServer = async ({
  dimensions,
  key = 'secret',
  answer = (request) => usualAnswer(request, dimensions),
}: {
  dimensions: number
  key?: string
  answer?: (request: Request) => unknown
}): Promise<EmbeddingsServer> => {
  const requests: Request[] = []
  const planned: (Reply | 'hang up' | 'stay silent')[] = []
  let now = 0
  let most = 0
  const server = createServer(async (incoming, outgoing) => {
    now += 1
    most = Math.max(most, now)
    outgoing.once('close', () => {
      now -= 1
    })
    const send = ({ status, headers = {}, body }: Reply) => {
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    }
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part)
    const next = planned.shift()
    if (next === 'hang up') return incoming.socket.destroy()
    if (next === 'stay silent') return undefined
    if (next) return send(next)
    if (incoming.method !== 'POST' || incoming.url !== '/v1/embeddings') return send(failure(404, 'no such path'))
    if (incoming.headers.authorization !== `Bearer ${key}`) return send(failure(401, 'no such key'))
    const parsed = requestSchema.safeParse(JSON.parse(Buffer.concat(parts).toString()))
    if (!parsed.success) return send(failure(400, parsed.error.message))
    requests.push(parsed.data)
    return send({ status: 200, body: await answer(parsed.data) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    mostAtOnce: () => most,
    replyNext: (...replies) => planned.push(...replies),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const failure = (status: number, message: string): Reply => ({ status, body: { error: { message } } })

/** Backwards, since the index tells the order and not the place. */
export const usualAnswer = ({ model, input }: Request, dimensions: number) => ({
  object: 'list',
  model,
  data: input
    .map((text, index) => ({ object: 'embedding', index, embedding: vectorOfText(text, dimensions) }))
    .toReversed(),
  usage: { prompt_tokens: input.length * 10, total_tokens: input.length * 10 },
})
