import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '@assay/contracts'
import { z } from 'zod'
import { GatewayAway, GatewayRefused, NoCredentials } from './cli-errors.ts'
import type { Surroundings } from './surroundings.ts'

export type Gateway = {
  /** Calls `/api/v2` + path; files go as a form, anything else as JSON. @throws GatewayRefused with what the gateway says, GatewayAway when nobody answers. */
  call<T>(answer: z.ZodType<T>, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>
  /** What `/api/v2` + path gives as a file. @throws as `call` does. */
  download(path: string): Promise<Buffer>
}

const credentialsSchema = z.object({ url: z.url(), apiKey: z.string().min(1) })

/** The gateway that the environment names, else the one that `npm start` left the address and key of. */
export async function connectGateway({ environment, home, signal }: Surroundings): Promise<Gateway> {
  const { url, apiKey } = await findCredentials(environment, join(home, 'credentials.json'))
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${url.replace(/\/$/, '')}/api/v2${path}`, {
      method,
      signal,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    }).catch((cause: Error) => {
      if (signal.aborted) throw cause
      throw GatewayAway(url)
    })
    if (response.ok) return response
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
    throw GatewayRefused(response.status, problem.detail ?? response.statusText)
  }
  return {
    async call(answer, method, path, body) {
      const response = await send(method, path, body)
      return answer.parse(response.status === 204 ? undefined : await response.json())
    },
    download: async (path) => Buffer.from(await (await send('GET', path)).arrayBuffer()),
  }
}

async function findCredentials(environment: Surroundings['environment'], file: string) {
  const { ASSAY_URL: url, ASSAY_API_KEY: apiKey } = environment
  if (url && apiKey) return { url, apiKey }
  const text = await readFile(file, 'utf8').catch(() => {
    throw NoCredentials(file)
  })
  return credentialsSchema.parse(JSON.parse(text))
}
