import type { paths } from '@assay/client'
import type { Piece, Quote } from './achievement-draft.ts'
import { type SourceText, wordsAt } from './quote-place.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
type Whole = Answer<'/api/v2/pull-requests/{id}'>
type Claim = NonNullable<Whole['value']>['claims'][number]
type PullRequest = Pick<
  Whole,
  'id' | 'title' | 'body' | 'commits' | 'repository' | 'number' | 'author' | 'mergedAt'
> & {
  value: {
    claims: readonly (Pick<Claim, 'field' | 'start' | 'end' | 'text' | 'modality'> & { index?: unknown })[]
  } | null
}
type Repository = Pick<Answer<'/api/v2/repositories/{id}'>, 'visibility'>
type Document = Pick<Answer<'/api/v2/documents/{id}'>, 'id' | 'title' | 'name' | 'version' | 'text' | 'createdAt'>

/** What evidence is, as far as its editor needs it. */
export type EvidenceSource = {
  kind: Piece['kind']
  title: string
  /** Whose it is. */
  line: string
  at: string
  /** The page of the console that tells all. */
  address: string
  /** Of its repository; null for documents. */
  visibility: Repository['visibility'] | null
  texts: readonly SourceText[]
  /** Quantities that its text states as done, to the letter. */
  claims: readonly { text: string; quote: Quote }[]
}

export function pullRequestSource(pullRequest: PullRequest, { visibility }: Repository): EvidenceSource {
  const { id, title, body, commits, repository, number, author, mergedAt, value } = pullRequest
  const texts: SourceText[] = [
    { name: 'Title', field: 'title', from: 0, text: title },
    ...(body === '' ? [] : [{ name: 'Description', field: 'body' as const, from: 0, text: body }]),
    ...commits.flatMap((commit, index): SourceText[] =>
      // What the description repeats is quoted from there.
      commit.body && !body.includes(commit.body)
        ? [
            {
              name: `Commit ${commit.sha.slice(0, 9)}`,
              field: 'commit',
              index,
              from: commit.title.length + '\n\n'.length,
              text: commit.body,
            },
          ]
        : [],
    ),
  ]
  return {
    kind: 'pull-request',
    title,
    line: `${repository}${number === null ? '' : ` #${number}`} · ${author}`,
    at: mergedAt,
    address: `/console/pull-requests/${id}`,
    visibility,
    texts,
    claims: (value?.claims ?? [])
      .filter(({ modality }) => modality === 'done')
      .flatMap(({ text, field, start, end, index }) => {
        const quote: Quote = { field, ...(typeof index === 'number' ? { index } : {}), start, end }
        return wordsAt(texts, quote) === text ? [{ text, quote }] : []
      }),
  }
}

export const documentSource = ({ id, title, name, version, text, createdAt }: Document): EvidenceSource => ({
  kind: 'document',
  title: title ?? name,
  line: `${name} · version ${version}`,
  at: createdAt,
  address: `/console/documents/${id}`,
  visibility: null,
  texts: text ? [{ name: 'Text', field: 'text', from: 0, text }] : [],
  claims: [],
})
