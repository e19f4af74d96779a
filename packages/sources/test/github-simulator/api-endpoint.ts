import { type Answer, badCredentials, errorAnswer, jsonAnswer } from './answer.ts'
import type { Resource } from './budget.ts'
import type { Caller } from './callers.ts'
import {
  drawFault,
  type Exchange,
  hang,
  holdBack,
  readBody,
  type Simulation,
  send,
  withApiHeaders,
} from './exchange.ts'
import type { FaultName } from './faults.ts'
import { type PreparedQuery, prepareQuery, type RefusedQuery } from './graphql/prepare-query.ts'
import { queryRoot } from './graphql/root.ts'
import { runQuery } from './graphql/run-query.ts'
import { githubSchema } from './graphql/schema.ts'
import { spoilNodes } from './graphql/spoil-nodes.ts'
import { answerInstallation } from './rest/installation.ts'
import { perPageOf, withEtag } from './rest/page-of.ts'
import { answerRest, restPrefix } from './rest/routes.ts'
import { faultAnswer, sendCut, sendReset } from './send-fault.ts'

const usualRetryAfterSeconds = 60
const readPoints = 1
const writePoints = 5

/** These are refused before any work was done, or lost on the way; GitHub takes points for all others, also late ones. */
const freeFaults: readonly (FaultName | null)[] = ['reset', 'hang', 'unavailable', 'html-200']

/** The app has no token yet, so it stands for itself. */
const appCaller: Caller = { key: 'app', id: 0, login: 'app', authenticated: true, mayRead: () => false }

type Request = {
  readonly caller: Caller
  readonly resource: Resource
  readonly body: string
  readonly query: PreparedQuery | RefusedQuery | null
}

/** Answers REST and GraphQL in GitHub's order: who asks, may they now, does it work, what is it. */
export const answerApi = async (simulation: Simulation, exchange: Exchange): Promise<void> => {
  const { record, request, response, address } = exchange
  const body = await readBody(request)
  const resource: Resource = record.kind === 'graphql' ? 'graphql' : 'core'
  const refusal = refuseRequest(simulation, exchange)
  if (refusal !== null) return send(exchange, withApiHeaders(simulation, exchange, refusal, null))

  const caller = record.kind === 'app' ? appCaller : simulation.callers.identify(request.headers.authorization)
  if (caller === null) return send(exchange, withApiHeaders(simulation, exchange, badCredentials(), null))
  if (resource === 'graphql' && !caller.authenticated) {
    const message = 'This endpoint requires you to be authenticated.'
    return send(exchange, withApiHeaders(simulation, exchange, errorAnswer(401, message), null))
  }

  const query = resource === 'graphql' ? prepareQuery(await githubSchema(), body) : null
  record.operationName = query?.operationName ?? null
  if (query !== null && 'violation' in query) simulation.report(query.violation)

  const spender = { caller, resource }
  const reply = (answer: Answer): Answer => withApiHeaders(simulation, exchange, answer, spender)
  const limited = limit(simulation, exchange, caller, resource)
  if (limited !== null) return send(exchange, reply(limited))

  const fault = drawFault(simulation, exchange, pageSizeOf(query, address))
  if (fault === 'reset') return sendReset(response)
  if (fault === 'hang') return hang(exchange)
  const refused = refuseByFault(simulation, exchange, caller, resource, fault)
  if (refused !== null) return send(exchange, reply(refused))

  const answer = await answerOf(simulation, exchange, { caller, resource, body, query }, fault)
  await holdBack(simulation, exchange)
  if (fault !== 'cut-body') return send(exchange, reply(answer))
  record.status = answer.status
  sendCut(response, reply(answer), exchange.index % 2 === 1)
}

/** What GitHub wants of every request. */
const refuseRequest = ({ report }: Simulation, { record, request }: Exchange): Answer | null => {
  const method = request.method ?? 'GET'
  if (!request.headers['user-agent']) {
    report(`no User-Agent: ${method} ${record.path}`)
    return errorAnswer(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    )
  }
  const isExpected = record.kind === 'rest' ? method === 'GET' || method === 'HEAD' : method === 'POST'
  if (isExpected || record.kind === 'app') return null
  report(`a write: ${method} ${record.path}`)
  return errorAnswer(403, 'Resource not accessible by personal access token')
}

const limit = (
  simulation: Simulation,
  { address, record, request }: Exchange,
  caller: Caller,
  resource: Resource,
): Answer | null => {
  const { budget, inFlight, options, report } = simulation
  const concurrent = options.limits?.concurrent ?? 100
  const others = inFlight() - 1
  if (others >= concurrent) {
    report(`${inFlight()} requests at once, ${concurrent} are allowed: ${record.path}`)
    return budget.refuse(caller, resource, 403, usualRetryAfterSeconds, others)
  }
  const isRead = record.kind === 'graphql' || request.method === 'GET' || request.method === 'HEAD'
  return budget.admit(caller, resource, {
    secondaryPoints: isRead ? readPoints : writePoints,
    free: address.pathname === `${restPrefix}/rate_limit`,
    inFlight: others,
  })
}

const refuseByFault = (
  { budget, inFlight, options }: Simulation,
  { index }: Exchange,
  caller: Caller,
  resource: Resource,
  fault: FaultName | null,
): Answer | null => {
  const seconds = options.retryAfterSeconds ?? usualRetryAfterSeconds
  const others = inFlight() - 1
  if (fault === 'forbidden-secondary') return budget.refuse(caller, resource, 403, seconds, others)
  if (fault === 'too-many') return budget.refuse(caller, resource, 429, seconds, others)
  if (fault === 'primary-exhausted') return budget.exhaust(caller, resource, index % 2 === 0 ? 403 : 429, others)
  return null
}

const pageSizeOf = (query: PreparedQuery | RefusedQuery | null, address: URL): number | null => {
  if (query !== null) return 'measure' in query ? query.measure.pageSize : null
  return address.searchParams.has('per_page') ? perPageOf(address.searchParams) : null
}

const answerOf = async (
  simulation: Simulation,
  exchange: Exchange,
  request: Request,
  fault: FaultName | null,
): Promise<Answer> => {
  const { budget } = simulation
  const { caller, resource, query } = request
  const isDelivered = fault === null || fault === 'cut-body' || fault === 'partial-errors-200'
  const charge = (points: number): void => {
    exchange.record.cost = points
    budget.charge(caller, resource, points)
  }
  if (query !== null) {
    if (!('measure' in query)) return query.answer
    if (!freeFaults.includes(fault)) charge(query.measure.cost)
    if (!isDelivered) return faultOrFail(fault)
    const rateLimit = { ...budget.state(caller, resource), cost: query.measure.cost, nodeCount: query.measure.nodes }
    const answer = await runQuery(await githubSchema(), query, queryRoot({ ...simulation, caller, rateLimit }))
    return fault === 'partial-errors-200' ? spoilNodes(answer, exchange.index) : answer
  }
  const answer = isDelivered ? answerByRest(simulation, exchange, request) : faultOrFail(fault)
  // docs.github.com, "Best practices for using the REST API": an authorised conditional request answered 304 is free.
  const isFree =
    (answer.status === 304 && caller.authenticated) ||
    exchange.address.pathname === `${restPrefix}/rate_limit` ||
    exchange.record.kind === 'app' ||
    freeFaults.includes(fault)
  if (!isFree) charge(1)
  return answer
}

const faultOrFail = (fault: FaultName | null): Answer => {
  const answer = fault === null ? null : faultAnswer(fault)
  if (answer === null) throw new Error(`The simulator cannot make the fault ${fault}`)
  return answer
}

const answerByRest = (simulation: Simulation, exchange: Exchange, { caller, body }: Request): Answer => {
  const { url, world, callers, options, budget } = simulation
  const { address, record, request } = exchange
  const { authorization } = request.headers
  if (record.kind === 'app') {
    const owners = [...new Set(options.repositories.map(({ owner }) => owner))]
    const asked = { path: address.pathname, method: record.method, authorization, body }
    return answerInstallation(options.app, callers, asked, owners)
  }
  if (address.pathname === `${restPrefix}/rate_limit`) {
    const shape = (resource: Resource) => {
      const { limit: most, used, remaining, resetAtSeconds } = budget.state(caller, resource)
      return { limit: most, used, remaining, reset: resetAtSeconds }
    }
    return jsonAnswer(200, { resources: { core: shape('core'), graphql: shape('graphql') }, rate: shape('core') })
  }
  const answer = answerRest({ url, world, caller, address })
  return withEtag(answer, authorization ?? '', request.headers['if-none-match'])
}
