import type { answerSchema } from '@assay/contracts'
import { type Database, readPassages, type ShownPassage } from '@assay/db'
import {
  type AnswerPassage,
  answerExtractively,
  answerFromModel,
  buildPrompt,
  type Citation,
  type PassageFilter,
  passagesToRead,
} from '@assay/retrieval'
import type { Logger } from '@assay/runtime'
import type { z } from 'zod'
import type { WorkspaceSearch } from '../search/open-search.ts'
import type { LanguageModel } from './language-model.ts'

type Answer = z.output<typeof answerSchema>

export type AnswererDeps = {
  db: Database
  search: WorkspaceSearch
  logger: Logger
  /** Without one, answers are sentences of the sources. */
  languageModel?: LanguageModel | undefined
}

/** Sources that an answer is made from. */
const READ = 12

/** Answers a question from passages: never a sentence without a citation that resolves, or a refusal that says why. */
export const answerQuestion = async (
  { db, search, logger, languageModel }: AnswererDeps,
  {
    workspace,
    question,
    filter,
    signal,
  }: { workspace: string; question: string; filter: PassageFilter; signal: AbortSignal },
): Promise<Answer> => {
  const {
    results,
    frequencies,
    passages: documents,
  } = await search.search(workspace, { query: question, filter, limit: READ })
  const read = passagesToRead(results)
  const shown = new Map(
    (
      await readPassages(
        db,
        workspace,
        read.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const passages = read.flatMap(({ id, score }): AnswerPassage[] => {
    const row = shown.get(id)
    if (!row) return []
    const { source, title, text, start, headings, pages } = row
    return [{ id, sourceId: source.id, title, text, start, headings, pages, score }]
  })
  const options = { statistics: { documents, documentsWith: (term: string) => frequencies[term] ?? 0 } }
  const cite = (citation: Citation, quote: string) => viewCitation(citation, quote, shown)
  const written = languageModel && (await write(languageModel, { question, passages, signal, logger }))
  const answer = written
    ? answerFromModel(question, written, passages, options)
    : { by: 'extraction' as const, dropped: [], ...answerExtractively(question, passages, options) }
  if (answer.status === 'refused') {
    const { status, code, because, notFound } = answer
    return { status, code, because, notFound }
  }
  if (answer.by === 'model') {
    const sentences = answer.sentences.map(({ text, citations }) => ({
      text,
      citations: citations.map(({ quote, ...citation }) => cite(citation, quote)),
    }))
    return { status: 'answered', by: 'model', sentences, notFound: [], dropped: answer.dropped }
  }
  const sentences = answer.sentences.map(({ text, citation }) => ({ text, citations: [cite(citation, text)] }))
  return { status: 'answered', by: 'extraction', sentences, notFound: answer.notFound, dropped: answer.dropped }
}

/** What the model writes; nothing if it is away, since there is an answer without it. */
const write = async (
  languageModel: LanguageModel,
  given: { question: string; passages: readonly AnswerPassage[]; signal: AbortSignal; logger: Logger },
): Promise<string | undefined> => {
  if (given.passages.length === 0) return undefined
  try {
    return await languageModel(buildPrompt(given.question, given.passages), given.signal)
  } catch (error) {
    given.logger.warn({ err: error }, 'the language model gave no answer')
    return undefined
  }
}

const viewCitation = (
  { passageId, start, end, page }: Citation,
  quote: string,
  shown: ReadonlyMap<string, ShownPassage>,
) => {
  const row = shown.get(passageId)
  if (!row) throw new Error(`The passage ${passageId} is cited and was not read`)
  return { title: row.title, source: row.source, passageId, start, end, page, quote }
}
