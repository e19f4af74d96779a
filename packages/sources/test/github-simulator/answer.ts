/** What goes over the wire, before the server adds the headers of every answer. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const jsonAnswer = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

export const htmlAnswer = (status: number, title: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n</body>\n</html>\n`,
})

/** An error in the shape that every REST error has. */
export const errorAnswer = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  jsonAnswer(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }, headers)

export const notFound = (): Answer => errorAnswer(404, 'Not Found')
export const badCredentials = (): Answer => errorAnswer(401, 'Bad credentials')

/** docs.github.com: "Rate limits for the REST API", exceeding the secondary limit. */
export const secondaryLimitAnswer = (status: 403 | 429, retryAfterSeconds: number): Answer =>
  errorAnswer(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
    { 'retry-after': String(retryAfterSeconds) },
  )

/** docs.github.com: GraphQL tells an exceeded primary limit with status 200, REST with 403 or 429. */
export const primaryLimitAnswer = (
  resource: 'core' | 'graphql',
  callerId: number,
  restStatus: 403 | 429 = 403,
): Answer =>
  resource === 'graphql'
    ? jsonAnswer(200, {
        errors: [
          {
            type: 'RATE_LIMITED',
            code: 'graphql_rate_limit',
            message: `API rate limit already exceeded for user ID ${callerId}.`,
          },
        ],
      })
    : errorAnswer(restStatus, `API rate limit exceeded for user ID ${callerId}.`)
