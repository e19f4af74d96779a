import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import type { Budget, Resource } from './budget.ts'
import type { Caller, Callers } from './callers.ts'
import { type FaultName, type FaultPlan, type FaultRequest, isPossible } from './faults.ts'
import { seededRandom } from './random.ts'
import type { RecordedRequest, SimulatorOptions } from './types.ts'
import type { World } from './world.ts'

/** What all endpoints work with. */
export type Simulation = {
  readonly url: string
  readonly options: SimulatorOptions
  readonly world: World
  readonly callers: Callers
  readonly budget: Budget
  readonly now: () => number
  readonly report: (violation: string) => void
  readonly faults: () => FaultPlan | undefined
  /** REST and GraphQL requests under way. */
  readonly inFlight: () => number
}

export type MutableRecord = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] }

/** One request and its answer. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly address: URL
  readonly index: number
  readonly record: MutableRecord
}

/** The fault planned for this request, if it is one that its kind can have. */
export const drawFault = (
  simulation: Simulation,
  { record, index }: Exchange,
  pageSize: number | null,
): FaultName | null => {
  const request: FaultRequest = { kind: record.kind, index, pageSize }
  const fault = simulation.faults()?.(request) ?? null
  record.fault = fault !== null && isPossible(fault, record.kind) ? fault : null
  return record.fault
}

export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Never answers. */
export const hang = async ({ response }: Exchange): Promise<void> => {
  if (!response.destroyed) await once(response, 'close')
}

/** Holds an answer back so that it may arrive after a later one. */
export const holdBack = async ({ options }: Simulation, { index }: Exchange): Promise<void> => {
  const longest = options.reorderDelayMs ?? 0
  if (longest === 0) return
  await new Promise((resolve) => setTimeout(resolve, seededRandom(index)() * longest))
}

/** With the headers that GitHub gives every answer of its API, and what is left of the budget. */
export const withApiHeaders = (
  { budget, now }: Simulation,
  { index }: Exchange,
  answer: Answer,
  spender: { caller: Caller; resource: Resource } | null,
): Answer => {
  const state = spender && budget.state(spender.caller, spender.resource)
  return {
    ...answer,
    headers: {
      date: new Date(now()).toUTCString(),
      'x-github-request-id': `0000:${index.toString(16).padStart(4, '0')}:222222:333333:44444444`,
      'x-github-media-type': 'github.v3; format=json',
      'x-github-enterprise-version': 'enterprise-server@3.17.0',
      ...(state && {
        'x-ratelimit-limit': String(state.limit),
        'x-ratelimit-remaining': String(state.remaining),
        'x-ratelimit-used': String(state.used),
        'x-ratelimit-reset': String(state.resetAtSeconds),
        'x-ratelimit-resource': spender?.resource ?? '',
      }),
      ...answer.headers,
    },
  }
}

export const send = ({ response, record }: Exchange, answer: Answer): void => {
  if (response.destroyed) return
  record.status = answer.status
  const length = answer.status === 304 ? {} : { 'content-length': Buffer.byteLength(answer.body) }
  response.writeHead(answer.status, { ...answer.headers, ...length }).end(answer.body)
}
