import type { Embedder } from '@assay/retrieval'

/** Under which name an embedder's vectors are stored; those of different ones never mix. */
export const versionOf = ({ version: { name, hash } }: Pick<Embedder, 'version'>): string =>
  `${name}@${hash.slice(0, 12)}`
