import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'

const FILES = 400
const LINES = 200

/** A bare repository of so many squashed pull requests, each of which changes a few lines of one to four files. */
export async function buildHistory(
  path: string,
  pullRequests: number,
  bodyOf: (number: number) => string = () => 'Why it was done, in a line or two.',
): Promise<void> {
  await mkdir(path, { recursive: true })
  await git(path, ['init', '--quiet', '--bare', '--initial-branch=main'])
  const random = mulberry32(7)
  const importing = spawn('git', ['-C', path, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] })
  const files = new Map<number, string[]>()
  for (let number = 1; number <= pullRequests; number += 1) {
    const changes = Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * FILES))
    const message = `fix: change ${number} (#${number})\n\n${bodyOf(number)}\n\nFixes #${number}\n`
    let commit = `commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_600_000_000 + number * 600} +0000\n${data(message)}`
    for (const file of new Set(changes)) {
      const lines = files.get(file) ?? Array.from({ length: LINES }, (_, at) => `line ${at}`)
      for (let edit = 0; edit < 5; edit += 1) lines[Math.floor(random() * LINES)] = `changed by ${number}, ${edit}`
      files.set(file, lines)
      commit += `M 100644 inline src/part-${file % 20}/file-${file}.ts\n${data(`${lines.join('\n')}\n`)}`
    }
    if (!importing.stdin.write(commit)) await once(importing.stdin, 'drain')
  }
  importing.stdin.end()
  const [code] = await once(importing, 'close')
  if (code !== 0) throw new Error('git fast-import failed')
  await git(path, ['repack', '-adq'])
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`

const git = async (path: string, args: string[]) => {
  const [code] = await once(spawn('git', ['-C', path, ...args], { stdio: 'inherit' }), 'close')
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed`)
}

/** A small seeded generator of numbers in [0, 1) (Tommy Ettinger's mulberry32). */
const mulberry32 = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
