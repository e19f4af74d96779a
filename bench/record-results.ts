import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, 'RESULTS.md')
const TITLE =
  '# Measured\n\nEach section is written by its benchmark: `npm run bench -- NAME`. Machines are noisy: compare within a section.\n'

/** Replaces the section of a benchmark in RESULTS.md; the others stay. */
export function recordResults(name: string, body: string, date = new Date()): void {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : TITLE
  const sections = text.split(/^(?=## )/m).filter((section) => !section.startsWith(`## ${name}\n`))
  const section = `## ${name}\n\n${date.toISOString().slice(0, 10)}, \`npm run bench -- ${name}\`\n\n${body.trim()}\n`
  writeFileSync(FILE, `${[...sections.map((part) => part.trimEnd()), section].join('\n\n').trimEnd()}\n`)
}
