import createClient from 'openapi-fetch'
import { ApiProblem } from './problem.ts'
import type { paths } from './schema.ts'

export type ClientOptions = {
  /** Of the gateway, without `/api/v2`; empty in pages that the gateway serves. */
  baseUrl: string
  /** Without one the browser's session serves. */
  key?: string
}

/** Every route of the API, typed as its OpenAPI document describes it. */
export const createAssayClient = ({ baseUrl, key }: ClientOptions) =>
  createClient<paths>({ baseUrl, ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}) })

export type AssayClient = ReturnType<typeof createAssayClient>

type Answer<T> = { data?: T; error?: unknown; response: Response }

/**
 * What the API answered.
 * @throws ApiProblem when that is a problem, or when there was no answer.
 */
export async function read<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem({ status: 0, code: 'UNREACHABLE', title: 'Assay cannot be reached. Is it running?' })
  })
  if (!response.ok) throw new ApiProblem({ ...(isObject(error) ? error : {}), status: response.status })
  // Answers without a body, as 204 is, have no data; their type is undefined.
  return data as T
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
