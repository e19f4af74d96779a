import type { answerSchema } from '@assay/contracts'
import { countPullRequests, type Database, listAuthorNames, listRepositories } from '@assay/db'
import { parseCountingQuestion } from '@assay/retrieval'
import type { z } from 'zod'

type Answer = z.output<typeof answerSchema>

/** More names than anybody asks for by heart. */
const MOST_REPOSITORIES = 10_000

/** Answers a question that counts merged pull requests by counting them; null for any other question. */
export const countAnswer = async (db: Database, workspace: string, question: string): Promise<Answer | null> => {
  const [authors, repositories] = await Promise.all([
    listAuthorNames(db, workspace),
    listRepositories(db, workspace, { before: null, limit: MOST_REPOSITORIES }),
  ])
  const parsed = parseCountingQuestion(question, {
    now: new Date(),
    authors: authors.map(({ name, logins }) => ({ id: name, names: [name, ...logins] })),
    repositories: repositories.flatMap(({ id, name, origin }) =>
      namesOf(name, origin).map((known) => ({ id, name: known })),
    ),
  })
  if (parsed === null) return null
  if (parsed.status === 'unclear') {
    const { code, because, words, candidates } = parsed
    return { status: 'unclear', code, because, words, candidates }
  }
  const { author, repository, kind, from, to } = parsed.filters
  const counted = await countPullRequests(
    db,
    workspace,
    {
      author,
      repositoryId: repository,
      kind,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
    },
    parsed.groupBy,
  )
  return { status: 'counted', by: 'sql', counted: { ...counted, filters: { ...parsed.filters }, words: parsed.words } }
}

/** "helm", and "helm/helm" where the address says so. */
const namesOf = (name: string, origin: string): string[] => {
  const [, full] = /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(origin) ?? []
  return full?.endsWith(`/${name}`) ? [full] : [name]
}
