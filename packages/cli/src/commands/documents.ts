import { documentPageSchema, documentSchema } from '@assay/contracts'
import type { Command } from 'commander'
import { z } from 'zod'
import { NotConfirmed } from '../cli-errors.ts'
import { isConfirmed } from '../confirm.ts'
import { connectGateway } from '../gateway.ts'
import type { Surroundings } from '../surroundings.ts'
import { say } from '../terminal.ts'
import { addDocuments } from './documents-add.ts'

type ListOptions = { status?: string; name?: string; allVersions?: boolean; json?: boolean }
type Document = z.output<typeof documentPageSchema>['items'][number]

const AS_JSON = ['--json', 'print the outcome as JSON on standard output'] as const

/** `assay documents …`: what was written, beside what was done. */
export const addDocumentsCommand = (program: Command, surroundings: Surroundings): void => {
  const documents = program.command('documents').description('Add documents, and see what became of them')
  documents
    .command('add')
    .description('Add files, and follow them until they are converted')
    .argument('<files...>', 'PDF, DOCX, PPTX, XLSX, HTML, EPUB, Markdown, text, CSV, JSON, source, e-mail, images')
    .option(...AS_JSON)
    .addHelpText('after', addHelp)
    .action((files: string[], { json = false }: { json?: boolean }) => addDocuments(files, { json }, surroundings))
  documents
    .command('list')
    .description('List documents, the newest first')
    .option('--status <status>', 'only those that are received, converted, quarantined or rejected')
    .option('--name <name>', 'only those of this name')
    .option('--all-versions', 'also versions that were replaced')
    .option(...AS_JSON)
    .action((options: ListOptions) => list(options, surroundings))
  documents
    .command('show')
    .description('Print the text of a document, and how well it came through')
    .argument('<id>')
    .option(...AS_JSON)
    .action((id: string, { json = false }: { json?: boolean }) => show(id, json, surroundings))
  documents
    .command('release')
    .description('Let a document out of quarantine')
    .argument('<id>')
    .action((id: string) => release(id, surroundings))
  documents
    .command('remove')
    .description('Remove a version of a document and all that was derived from it')
    .argument('<id>')
    .option('-y, --yes', 'do not ask')
    .action((id: string, { yes = false }: { yes?: boolean }) => remove(id, yes, surroundings))
}

const addHelp = `
A file that was added before is told by its content and not stored again; other content under the same name is its next
version. Files that are refused are named with the reason and end the command with exit code 3.`

async function list({ allVersions = false, json = false, ...filter }: ListOptions, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const items: Document[] = []
  let cursor: string | null = null
  do {
    const query: URLSearchParams = new URLSearchParams({
      ...filter,
      versions: allVersions ? 'all' : 'newest',
      limit: '200',
      ...(cursor === null ? {} : { cursor }),
    })
    const page: z.output<typeof documentPageSchema> = await gateway.call(
      documentPageSchema,
      'GET',
      `/documents?${query}`,
    )
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  process.stdout.write(json ? `${JSON.stringify(items)}\n` : items.map((item) => `${lineOf(item)}\n`).join(''))
}

const lineOf = ({ id, status, score, version, name }: Document) =>
  `${id}  ${status.padEnd(11)}  ${(score === null ? '-' : String(Math.round(score))).padStart(3)}  ${name} (version ${version})`

async function show(id: string, json: boolean, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const document = await gateway.call(documentSchema, 'GET', `/documents/${encodeURIComponent(id)}`)
  if (json) process.stdout.write(`${JSON.stringify(document)}\n`)
  else if (document.text !== null) process.stdout.write(`${document.text}\n`)
  const { name, version, status, format, pages, characters, reasons, losses } = document
  say(
    `${name}, version ${version}: ${status}; ${format ?? 'of unknown format'}, ${pages ?? 0} pages, ${characters ?? 0} characters`,
  )
  for (const { weight, points, note } of document.quality?.contributions ?? []) {
    say(`  ${points.toFixed(0).padStart(3)} of ${weight.toFixed(0).padStart(2)} points: ${note}`)
  }
  for (const reason of reasons) say(`  because ${reason}`)
  for (const { note } of losses) say(`  not in the text: ${note}`)
}

async function release(id: string, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const { name } = await gateway.call(documentSchema, 'POST', `/documents/${encodeURIComponent(id)}/release`)
  say(`${name} is out of quarantine.`)
}

async function remove(id: string, yes: boolean, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  if (!yes && !(await isConfirmed(`Remove document ${id} for good?`))) throw NotConfirmed(`Removing document ${id}`)
  await gateway.call(z.undefined(), 'DELETE', `/documents/${encodeURIComponent(id)}`)
  say(`Document ${id} is gone.`)
}
