import { type Answer, errorAnswer, htmlAnswer } from './answer.ts'
import { drawFault, type Exchange, hang, type Simulation, send } from './exchange.ts'
import { serveGit } from './git/http-backend.ts'
import type { PullRequestRefs } from './git/pull-request-refs.ts'
import { faultAnswer, sendCut, sendReset } from './send-fault.ts'
import { nameWithOwner } from './world.ts'

const plain = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
})

const unauthorized = (): Answer => plain(401, 'Repository not found.\n', { 'www-authenticate': 'Basic realm="GitHub"' })

const advertisement: Answer = {
  status: 200,
  headers: { 'content-type': 'application/x-git-upload-pack-advertisement' },
  body: '001e# service=git-upload-pack\n0000',
}

/** Answers `git fetch` and `git clone` of repositories that the caller may see. */
export const answerGit = async (simulation: Simulation, exchange: Exchange, refs: PullRequestRefs): Promise<void> => {
  const { address, record, request, response, index } = exchange
  const fault = drawFault(simulation, exchange, null)
  if (fault === 'reset') return sendReset(response)
  if (fault === 'hang') return hang(exchange)
  if (fault === 'cut-body') {
    record.status = 200
    return sendCut(response, advertisement, index % 2 === 1)
  }
  if (fault === 'too-many') {
    const headers = { 'retry-after': String(simulation.options.retryAfterSeconds ?? 60) }
    return send(exchange, errorAnswer(429, 'Too many requests', headers))
  }
  if (fault !== null) return send(exchange, faultAnswer(fault) ?? htmlAnswer(500, 'Internal Server Error'))

  const found = findFolder(simulation, exchange)
  if ('status' in found) return send(exchange, found)
  const folder = await refs.of(found.repository, found.gitDirectory)
  response.once('close', () => {
    record.status = response.headersSent ? response.statusCode : null
  })
  await serveGit(folder, found.service, address, request, response)
}

const findFolder = ({ callers, report, url, world }: Simulation, { address, record, request }: Exchange) => {
  const [, name = '', service = ''] =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/info\/refs|\/git-[a-z-]+)$/.exec(address.pathname) ?? []
  if (name === '') return plain(404, 'Not Found\n')
  const asked = service === '/info/refs' ? address.searchParams.get('service') : service.slice(1)
  if (asked === 'git-receive-pack') {
    report(`a write: git push to ${name}`)
    return plain(403, `Permission to ${name}.git denied.\n`)
  }
  if (asked !== 'git-upload-pack') return plain(403, 'Please upgrade your git client.\n')

  const caller = callers.identify(request.headers.authorization)
  if (caller === null) return unauthorized()
  const found = world.find(caller, decodeURIComponent(name))
  if (found === null) return caller.authenticated ? plain(404, 'Repository not found.\n') : unauthorized()
  const { repository, moved } = found
  if (moved) {
    const location = `${url}/${nameWithOwner(repository)}.git${service}${address.search}`
    return plain(301, '', { location })
  }
  record.operationName = asked
  const { gitDirectory } = repository
  return gitDirectory === null ? plain(404, 'Repository not found.\n') : { repository, gitDirectory, service }
}
