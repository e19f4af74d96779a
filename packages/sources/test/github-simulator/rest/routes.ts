import { type Answer, errorAnswer, jsonAnswer, notFound } from '../answer.ts'
import type { Caller } from '../callers.ts'
import type { SimulatedPullRequest, SimulatedRepository } from '../types.ts'
import { nameWithOwner, type World } from '../world.ts'
import { pageOf } from './page-of.ts'
import {
  commitShape,
  fileShape,
  fullPullRequestShape,
  pullRequestShape,
  repositoryShape,
  reviewShape,
} from './shapes.ts'

export type RestRequest = {
  readonly url: string
  readonly world: World
  readonly caller: Caller
  readonly address: URL
}

export const restPrefix = '/api/v3'

/** docs.github.com, "REST API endpoints for pull requests": no more than this is listed. */
const mostFiles = 3_000
const mostCommits = 250

/** Answers what is read of repositories. What a token may not see is 404, as if there were none. */
export const answerRest = ({ url, world, caller, address }: RestRequest): Answer => {
  const path = address.pathname.slice(restPrefix.length)
  const byName = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path)
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(path)
  const found = byName
    ? world.find(caller, decodeURIComponent(byName[1] ?? ''))
    : byId && { repository: world.findById(caller, Number(byId[1])), moved: false }
  if (!found?.repository) return notFound()

  const { repository, moved } = found
  const below = (byName ?? byId)?.[2] ?? ''
  const address301 = `${url}${restPrefix}/repositories/${repository.databaseId}${below}`
  if (moved) {
    const location = `${address301}${address.search}`
    return jsonAnswer(
      301,
      { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com/rest' },
      { location },
    )
  }
  return answerRepository(url, repository, below, new URL(`${address301}${address.search}`))
}

const answerRepository = (url: string, repository: SimulatedRepository, below: string, address: URL): Answer => {
  if (below === '') return jsonAnswer(200, repositoryShape(url, repository))
  if (below === `/branches/${encodeURIComponent(repository.defaultBranch)}`) {
    const commit = {
      sha: repository.headSha,
      url: `${url}${restPrefix}/repos/${nameWithOwner(repository)}/commits/${repository.headSha}`,
    }
    return jsonAnswer(200, { name: repository.defaultBranch, commit, protected: false })
  }
  if (below === '/pulls') return listPullRequests(url, repository, address)

  const [, number, part] = /^\/pulls\/(\d+)(?:\/(files|commits|reviews))?$/.exec(below) ?? []
  const pullRequest = repository.pullRequests.find((candidate) => candidate.number === Number(number))
  if (pullRequest === undefined) return notFound()
  switch (part) {
    case 'files':
      return pageOf(pullRequest.files.slice(0, mostFiles), address, (file) =>
        fileShape(url, repository, pullRequest.headSha, file),
      )
    case 'commits':
      return pageOf(pullRequest.commits.slice(0, mostCommits), address, (commit) =>
        commitShape(url, repository, commit),
      )
    case 'reviews':
      return pageOf(pullRequest.reviews, address, (review) => reviewShape(url, repository, pullRequest.number, review))
    default:
      return jsonAnswer(200, fullPullRequestShape(url, repository, pullRequest))
  }
}

const listPullRequests = (url: string, repository: SimulatedRepository, address: URL): Answer => {
  const query = address.searchParams
  const state = query.get('state') ?? 'open'
  const sort = query.get('sort') ?? 'created'
  const base = query.get('base')
  if (!['open', 'closed', 'all'].includes(state)) return errorAnswer(422, 'Validation Failed')
  if (sort !== 'created' && sort !== 'updated') return errorAnswer(501, `The simulator cannot sort by ${sort}`)

  // docs: descending when sorted by creation or not at all, else ascending.
  const direction = query.get('direction') ?? (sort === 'created' ? 'desc' : 'asc')
  const sign = direction === 'desc' ? -1 : 1
  const timeOf = ({ createdAt, updatedAt }: SimulatedPullRequest): number =>
    Date.parse(sort === 'created' ? createdAt : updatedAt)
  const rows = repository.pullRequests
    .filter(
      (row) => (state === 'all' || (row.state === 'OPEN') === (state === 'open')) && (!base || row.baseRef === base),
    )
    .sort((a, b) => sign * (timeOf(a) - timeOf(b) || a.number - b.number))
  return pageOf(rows, address, (row) => pullRequestShape(url, repository, row))
}
