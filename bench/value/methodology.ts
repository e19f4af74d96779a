import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../../docs/value-methodology.md')

/** Puts the tables of a run where the methodology marks their places: `<!-- table: NAME -->` to `<!-- /table -->`. */
export function writeTables(tables: Readonly<Record<string, string>>, file = FILE): void {
  let text = readFileSync(file, 'utf8')
  for (const [name, table] of Object.entries(tables)) {
    const opening = `<!-- table: ${name} -->`
    const from = text.indexOf(opening)
    const to = text.indexOf('<!-- /table -->', from)
    if (from < 0 || to < 0) throw new Error(`${file} has no place for the table '${name}'`)
    text = `${text.slice(0, from + opening.length)}\n${table.trim()}\n${text.slice(to)}`
  }
  writeFileSync(file, text)
}
