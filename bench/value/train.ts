import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  estimateKind,
  kindBags,
  kindTraining,
  packModel,
  type StoredKindModel,
  type StoredSignificanceModel,
  significanceTraining,
  trainKind,
  trainSignificance,
} from '@assay/value/training'
import { readDeclaredKinds, readKinds, readReleased } from './labelled-data.ts'

/** Raised when the features or the fit of a model change. */
const versions = { kind: '1.1.0', significance: '2.1.0' } as const

/**
 * Trains both models on all the data and writes them with a report into `output`. Nothing in it is random: the same
 * data gives the same bytes.
 */
export async function train(data: string, output: string): Promise<void> {
  const kindRows = [...(await readKinds(data)), ...(await readDeclaredKinds(data))]
  const kindModel = trainKind(kindRows, kindBags(kindRows))
  const released = await readReleased(data)
  // Declared kinds are used as declared; the others come from the model, as they will in use.
  const rows = released.map((row) => ({ ...row, kind: estimateKind(row.facts, kindModel) }))
  const { vocabulary, model, ...rest } = trainSignificance(rows)

  const kind: StoredKindModel = { version: versions.kind, model: packModel(kindModel) }
  const significance: StoredSignificanceModel = {
    version: versions.significance,
    ...rest,
    model: packModel({ vocabulary, model }),
  }
  await mkdir(output, { recursive: true })
  const files: [string, string][] = [
    ['kind.json', `${JSON.stringify(kind)}\n`],
    ['significance.json', `${JSON.stringify(significance)}\n`],
  ]
  for (const [name, text] of files) await writeFile(join(output, name), text)
  await writeFile(join(output, 'TRAINING.md'), report(kindRows, released, files))
}

const countOf = (rows: readonly { repository: string }[]) =>
  [...Map.groupBy(rows, ({ repository }) => repository)]
    .map(([repository, own]) => `| ${repository} | ${own.length.toLocaleString('en')} |`)
    .join('\n')

const report = (
  kindRows: readonly { repository: string }[],
  released: readonly { repository: string }[],
  files: readonly (readonly [string, string])[],
) => `# How the models were trained

Made by \`npm run bench -- value --train --data FOLDER\`; the same data gives the same bytes.
How well they do on repositories that they have not seen stands in \`docs/value-methodology.md\`.

| file | bytes | SHA-256 |
|---|---:|---|
${files.map(([name, text]) => `| ${name} | ${Buffer.byteLength(text).toLocaleString('en')} | ${createHash('sha256').update(text).digest('hex')} |`).join('\n')}

## Kind

Multinomial logistic regression; settings: \`${JSON.stringify(kindTraining)}\`.

| repository | pull requests with a declared kind |
|---|---:|
${countOf(kindRows)}

## Significance

Logistic regression, calibrated on repositories left out of the fit; settings: \`${JSON.stringify(significanceTraining)}\`.

| repository | released pull requests |
|---|---:|
${countOf(released)}
`
