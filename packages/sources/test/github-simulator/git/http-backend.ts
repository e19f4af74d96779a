import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname } from 'node:path'
import { gitEnvironment } from './pull-request-refs.ts'

/**
 * Lets `git http-backend` answer from a folder and resolves when it has ended. It only reads: pushing is switched off
 * by there being no REMOTE_USER.
 */
export const serveGit = (
  folder: string,
  service: string,
  address: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...gitEnvironment,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROJECT_ROOT: dirname(folder),
        PATH_INFO: `/${basename(folder)}${service}`,
        QUERY_STRING: address.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        ...fromHeader('CONTENT_TYPE', request.headers['content-type']),
        ...fromHeader('CONTENT_LENGTH', request.headers['content-length']),
        ...fromHeader('HTTP_CONTENT_ENCODING', request.headers['content-encoding']),
        ...fromHeader('GIT_PROTOCOL', request.headers['git-protocol']),
      },
    })
    let head = Buffer.alloc(0)
    child.stdout.on('data', (chunk: Buffer) => {
      if (response.headersSent) {
        if (!response.write(chunk)) {
          child.stdout.pause()
          response.once('drain', () => child.stdout.resume())
        }
        return
      }
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end === -1) return
      const { status, headers } = readCgiHead(head.subarray(0, end).toString('latin1'))
      response.writeHead(status, headers)
      response.write(head.subarray(end + 4))
    })
    child.on('error', () => response.destroy())
    child.on('close', () => {
      if (response.headersSent) response.end()
      else response.destroy()
      resolve()
    })
    response.on('close', () => child.kill())
    child.stdin.on('error', () => {})
    request.pipe(child.stdin)
  })

const fromHeader = (name: string, value: string | string[] | undefined): Record<string, string> =>
  typeof value === 'string' ? { [name]: value } : {}

const readCgiHead = (text: string): { status: number; headers: Record<string, string> } => {
  const headers: Record<string, string> = {}
  let status = 200
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':')
    const [name, value] = [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    if (name === 'status') status = Number.parseInt(value, 10)
    else headers[name] = value
  }
  return { status, headers }
}
