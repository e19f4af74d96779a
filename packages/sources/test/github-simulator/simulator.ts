import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jsonAnswer } from './answer.ts'
import { answerApi } from './api-endpoint.ts'
import { createBudget } from './budget.ts'
import { createCallers } from './callers.ts'
import { type Exchange, type MutableRecord, type Simulation, send } from './exchange.ts'
import type { RequestKind } from './faults.ts'
import { createPullRequestRefs } from './git/pull-request-refs.ts'
import { answerGit } from './git-endpoint.ts'
import { type GitHubSimulator, githubLimits, type SimulatorOptions } from './types.ts'
import { createWorld } from './world.ts'

/**
 * GitHub Enterprise on a port of this machine: REST below `/api/v3`, GraphQL at `/api/graphql`, git at
 * `/OWNER/NAME.git`. It keeps GitHub's documented limits, can go wrong as GitHub does, and notes what a client should
 * not have done.
 */
export const startGitHubSimulator = async (options: SimulatorOptions): Promise<GitHubSimulator> => {
  const now = options.now ?? Date.now
  const requests: MutableRecord[] = []
  const violations: string[] = []
  const report = (violation: string): void => void violations.push(violation)
  let faults = options.faults
  let inFlight = 0
  const world = createWorld(options.repositories)
  const refs = createPullRequestRefs()

  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${portOf(server.address())}`
  const simulation: Simulation = {
    url,
    options,
    world,
    callers: createCallers(options, now),
    budget: createBudget({ ...githubLimits, ...options.limits }, now, report),
    now,
    report,
    faults: () => faults,
    inFlight: () => inFlight,
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? '/', url)
    const method = request.method ?? 'GET'
    const kind = kindOf(address.pathname)
    const path = `${address.pathname}${address.search}`
    const record: MutableRecord = {
      kind,
      method,
      path,
      at: now(),
      status: null,
      fault: null,
      cost: 0,
      operationName: null,
    }
    const exchange: Exchange = { request, response, address, index: requests.push(record) - 1, record }
    if (kind === 'git') return answer(exchange, () => answerGit(simulation, exchange, refs))

    inFlight += 1
    response.once('close', () => {
      inFlight -= 1
    })
    return answer(exchange, () => answerApi(simulation, exchange))
  }
  /** What fails here is the simulator's own fault, and should fail the test. */
  const answer = async (exchange: Exchange, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      // A client that went away ends its request early.
      if (exchange.request.errored) return
      report(`the simulator failed at ${exchange.record.path}: ${error}`)
      if (exchange.response.headersSent) exchange.response.destroy()
      else send(exchange, jsonAnswer(500, { message: String(error) }))
    }
  }
  server.on('request', (request, response) => void handle(request, response))

  return {
    url,
    requests,
    violations,
    pointsUsed: () => requests.reduce((sum, { kind, cost }) => sum + (kind === 'graphql' ? cost : 0), 0),
    repository: (name) => world.repository(name),
    move: (from, to) => world.move(from, to),
    remove: (name) => world.remove(name),
    setFaults: (plan) => {
      faults = plan
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await refs.close()
    },
  }
}

const kindOf = (path: string): RequestKind => {
  if (path === '/api/graphql') return 'graphql'
  if (path.startsWith('/api/v3/app/')) return 'app'
  return path.startsWith('/api/') ? 'rest' : 'git'
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
