import type { ServerResponse } from 'node:http'
import { type Answer, htmlAnswer, jsonAnswer } from './answer.ts'
import type { FaultName } from './faults.ts'

const somethingWentWrong =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0000:1111:222222:333333:44444444` when reporting this issue.'

/** What GitHub says when it had not enough time. */
const tooLittleTime =
  "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists."

/** The answers that need no knowledge of the request; null for faults of the socket and of the limits. */
export const faultAnswer = (fault: FaultName): Answer | null => {
  switch (fault) {
    case 'bad-gateway':
      return htmlAnswer(502, '502 Bad Gateway')
    case 'unavailable':
      return htmlAnswer(503, 'Service Unavailable')
    case 'gateway-timeout':
      return htmlAnswer(504, '504 Gateway Time-out')
    case 'html-200':
      return htmlAnswer(200, 'Sign in to the network')
    case 'timeout-200':
      return jsonAnswer(200, { message: tooLittleTime })
    case 'errors-200':
      return jsonAnswer(200, { data: null, errors: [{ message: somethingWentWrong }] })
    case 'resource-limits':
      return jsonAnswer(200, {
        data: null,
        errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' }],
      })
    default:
      return null
  }
}

/** Destroys the socket before anything was sent; the client sees the connection reset. */
export const sendReset = (response: ServerResponse): void => {
  response.socket?.resetAndDestroy()
}

/** Sends half of an answer: with its whole Content-Length and an end of the connection, or as if that were all. */
export const sendCut = (response: ServerResponse, answer: Answer, asIfWhole: boolean): void => {
  const body = Buffer.from(answer.body)
  const half = body.subarray(0, Math.floor(body.length / 2))
  if (asIfWhole) {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': half.length }).end(half)
    return
  }
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length + 1 })
  response.write(half, () => response.destroy())
}
