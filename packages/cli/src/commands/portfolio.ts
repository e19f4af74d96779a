import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { fromBufferPromise } from 'yauzl'
import { FolderInUse, OutputNotWritable } from '../cli-errors.ts'
import { connectGateway } from '../gateway.ts'
import type { Surroundings } from '../surroundings.ts'
import { say } from '../terminal.ts'

type ExportOptions = { pdf?: string; json?: boolean }

/** Every export has it, so a folder that does was exported to before. */
const MARK = 'search-data.js'
const PAGES = 'achievements'

/** `assay portfolio …`: what is published, as files. */
export const addPortfolioCommand = (program: Command, surroundings: Surroundings): void => {
  const portfolio = program.command('portfolio').description('Take the published portfolio elsewhere')
  portfolio
    .command('export')
    .description('Write the published site into a folder that works from a disk or any web server')
    .argument('<folder>', 'a new or empty one, or one that was exported to before')
    .option('--pdf <file>', 'also write the portfolio as PDF here')
    .option('--json', 'print the outcome as JSON on standard output')
    .addHelpText('after', exportHelp)
    .action((folder: string, options: ExportOptions) => exportSite(folder, options, surroundings))
}

const exportHelp = `
Only what is published is written. Pages of achievements that were taken back since an earlier export are removed.
  assay portfolio export ./site --pdf ./portfolio.pdf`

async function exportSite(folder: string, { pdf, json = false }: ExportOptions, surroundings: Surroundings) {
  const gateway = await connectGateway(surroundings)
  const archive = await gateway.download('/portfolio/export')
  await makeRoom(folder)
  const zip = await fromBufferPromise(archive)
  const files: string[] = []
  // The reader refuses names that lead out of the folder.
  for await (const entry of zip.eachEntry()) {
    await write(join(folder, entry.fileName), await buffer(await zip.openReadStreamPromise(entry)))
    files.push(entry.fileName)
  }
  if (pdf !== undefined) await write(pdf, await gateway.download('/portfolio/pdf'))
  say(`${files.length} files are in ${folder}; begin with ${join(folder, 'index.html')}.`)
  if (pdf !== undefined) say(`The portfolio as PDF is ${pdf}.`)
  if (json) process.stdout.write(`${JSON.stringify({ folder, files, pdf: pdf ?? null })}\n`)
}

/** Takes pages of an earlier export away, and touches no other files. @throws FolderInUse */
async function makeRoom(folder: string) {
  const names = await readdir(folder).catch((): string[] => [])
  if (names.length === 0) return
  if (!names.includes(MARK)) throw FolderInUse(folder)
  await rm(join(folder, PAGES), { recursive: true, force: true })
}

async function write(path: string, content: Buffer) {
  await mkdir(dirname(path), { recursive: true })
    .then(() => writeFile(path, content))
    .catch((error: Error) => {
      throw OutputNotWritable(path, error.message)
    })
}
