import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type StoredModel, type TrainedModel, unpackModel } from './learning/linear-artifact.ts'
import type { SignificanceModel } from './significance/estimate-significance.ts'

/** What estimates kind and significance, with the names under which results tell of it. */
export type ValueModels = {
  readonly kind: TrainedModel & { readonly version: string }
  readonly significance: SignificanceModel & { readonly version: string }
}

export type StoredKindModel = { readonly version: string; readonly model: StoredModel }
export type StoredSignificanceModel = StoredKindModel & Omit<SignificanceModel, keyof TrainedModel>

const artifacts = join(import.meta.dirname, '../artifacts')

/** Reads the released models: `kind.json` and `significance.json`, made by `npm run bench -- value --train`. */
export const loadModels = async (folder: string = artifacts): Promise<ValueModels> => {
  const [kind, significance] = await Promise.all([
    readArtifact<StoredKindModel>(join(folder, 'kind.json')),
    readArtifact<StoredSignificanceModel>(join(folder, 'significance.json')),
  ])
  const { model, version, ...rest } = significance.content
  return {
    kind: { ...unpackModel(kind.content.model), version: `kind@${kind.content.version}+${kind.hash}` },
    significance: { ...unpackModel(model), ...rest, version: `significance@${version}+${significance.hash}` },
  }
}

/** The hash of the bytes tells two trainings of one version apart. */
const readArtifact = async <T>(path: string): Promise<{ content: T; hash: string }> => {
  const bytes = await readFile(path)
  return {
    content: JSON.parse(bytes.toString()) as T,
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
  }
}
