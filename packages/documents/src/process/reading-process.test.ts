import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const run = promisify(execFile)
const NO_NETWORK = new URL('./no-network.ts', import.meta.url).href

test.each([
  ['fetch', "await fetch('http://127.0.0.1:9')"],
  ['a socket', "const net = await import('node:net'); net.connect(9, '127.0.0.1')"],
  ['a server', "const net = await import('node:net'); net.createServer().listen(0)"],
  ['a name', "const dns = await import('node:dns/promises'); await dns.lookup('localhost')"],
  ['a request', "const http = await import('node:http'); http.get('http://127.0.0.1:9')"],
  [
    'a request in a thread',
    `const { Worker } = await import('node:worker_threads');
    await new Promise((_, no) => new Worker("import('node:net').then((net) => net.connect(9, '127.0.0.1'))", { eval: true }).on('error', no))`,
  ],
])('a reading process is refused %s', async (_, code) => {
  const child = run(process.execPath, [
    '--no-warnings',
    `--import=${NO_NETWORK}`,
    '--input-type=module',
    '--eval',
    code,
  ])
  await expect(child).rejects.toThrow('A process that reads documents has no network.')
})
