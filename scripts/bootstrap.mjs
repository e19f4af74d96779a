// Makes any Node with npm good enough to run this repository. Plain JavaScript that old Nodes can parse.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const cache = join(root, 'node_modules/.cache/assay')
export const PNPM = 'pnpm@12.21.0'

/**
 * Goes on only under Node 24.9 or newer, with all packages installed; otherwise runs the same command line again under
 * such a Node and ends with its exit code.
 */
export async function prepare() {
  if (!isNewEnough(process.versions.node)) {
    await runAgainUnder(findNode())
    return
  }
  install()
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 9)
}

/** The Node 24 that npm has, fetched the first time. Its path is remembered: asking npm costs more than a second. */
function findNode() {
  const note = join(cache, 'node')
  const known = existsSync(note) ? readFileSync(note, 'utf8') : ''
  if (known && existsSync(known)) return known
  say('This needs Node 24; getting it from npm (first time only) …')
  const found = spawnSync('npx', ['--yes', '--package=node@24', '-c', 'node -p process.execPath'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const path = (found.stdout || '').trim().split('\n').pop()
  if (found.status !== 0 || !path) {
    fail('Node 24 could not be had from npm. Install Node 24.9 or newer (https://nodejs.org) and try again.')
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(note, path)
  return path
}

function runAgainUnder(node) {
  const child = spawn(node, process.execArgv.concat(process.argv.slice(1)), {
    stdio: 'inherit',
    env: withNodeFirst(node),
  })
  // From a terminal the child hears Ctrl-C itself; ending before it would leave it alone with its work.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise(() => {
    child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
  })
}

function withNodeFirst(node) {
  return Object.assign({}, process.env, { PATH: `${dirname(node)}:${process.env.PATH}` })
}

/** Installs exactly what the lockfile says, unless that was done before. */
function install() {
  const stamp = join(cache, 'installed')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing packages (first time only) …')
  const done = spawnSync('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    encoding: 'utf8',
    env: Object.assign(withNodeFirst(process.execPath), { CI: 'true' }),
  })
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout || ''}${done.stderr || ''}\n`)
    rmSync(stamp, { force: true })
    fail('The packages could not be installed; the lines above say why. Is the npm registry within reach?')
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Changes whenever an install would do something else. */
function fingerprint() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
  for (const folder of ['packages', 'services']) {
    for (const name of readdirSync(join(root, folder)).sort()) files.push(join(folder, name, 'package.json'))
  }
  const hash = createHash('sha256').update(process.versions.modules)
  for (const file of files) if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
