import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fieldIssues } from '../errors/field-issues.ts'
import { InvalidPayload, PayloadTooLarge, UnknownKind } from '../errors/job-errors.ts'
import type { JobContract } from './define-job.ts'

/** Larger things are stored first and submitted by id. */
export const MAX_PAYLOAD_BYTES = 256 * 1024

/** NUL and lone surrogates as JSON.stringify writes them: PostgreSQL's jsonb holds neither. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

export type Catalog = {
  readonly contracts: readonly JobContract[]
  readonly kinds: readonly string[]
  readonly queues: readonly string[]
  find(kind: string): JobContract | undefined
  /** @throws UnknownKind, which lists the known ones. */
  get(kind: string): JobContract
  onQueue(queue: string): readonly JobContract[]
  /**
   * Checks a payload against its contract and fills in the defaults.
   * @throws UnknownKind, InvalidPayload (one entry per field), PayloadTooLarge.
   */
  parsePayload(kind: string, payload: unknown): Record<string, unknown>
}

export function createCatalog(contracts: readonly JobContract[]): Catalog {
  const byKind = new Map(contracts.map((contract) => [contract.kind, contract]))
  if (byKind.size !== contracts.length) throw new Error('Two job contracts share a kind')
  const kinds = [...byKind.keys()].sort()
  const queues = [...new Set(contracts.map(({ queue }) => queue))].sort()

  const get = (kind: string) => {
    const contract = byKind.get(kind)
    if (!contract) throw UnknownKind(kind, kinds)
    return contract
  }
  return {
    contracts,
    kinds,
    queues,
    find: (kind) => byKind.get(kind),
    get,
    onQueue: (queue) => contracts.filter((contract) => contract.queue === queue),
    parsePayload(kind, payload) {
      const parsed = get(kind).payload.safeParse(payload ?? {})
      if (!parsed.success) {
        throw InvalidPayload(kind, fieldIssues(parsed.error, ['payload']))
      }
      const json = JSON.stringify(parsed.data)
      const sizeBytes = Buffer.byteLength(json)
      if (sizeBytes > MAX_PAYLOAD_BYTES) throw PayloadTooLarge(sizeBytes, MAX_PAYLOAD_BYTES)
      if (UNSTORABLE.test(json)) {
        throw InvalidPayload(kind, [
          { field: 'payload', message: 'holds a NUL character or half a surrogate pair; remove it' },
        ])
      }
      return parsed.data
    },
  }
}

/**
 * Loads every contract file of the given directories: a file that exports `contract` is a job kind, so that a new
 * kind is a new file and no list has to be kept. The default is this package's own `kinds/`.
 */
export async function loadCatalog(directories: readonly string[] = [join(import.meta.dirname, '../kinds')]) {
  const files = await Promise.all(directories.map(contractFiles))
  const contracts = await Promise.all(files.flat().map(importContract))
  return createCatalog(contracts)
}

const contractFiles = async (directory: string) =>
  (await readdir(directory))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(directory, name))

async function importContract(file: string): Promise<JobContract> {
  const { contract }: { contract?: JobContract } = await import(pathToFileURL(file).href)
  if (!contract) throw new Error(`${file} must export its job contract as "contract"`)
  return contract
}
