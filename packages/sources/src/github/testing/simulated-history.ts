import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryFromGit, type SimulatedRepository } from '../../../test/github-simulator/index.ts'
import { buildRepository } from '../../git/testing/build-repository.ts'

/** A repository of `count` merged pull requests: squashes, merges and a few that were rebased or deleted. */
export const simulatedHistory = async (
  folder: string,
  count: number,
  options: { readonly withLongLists?: boolean } = {},
): Promise<SimulatedRepository> => {
  const path = join(folder, `history-${count}-${options.withLongLists === true}`)
  await mkdir(path)
  const repository = buildRepository(path)
  await repository.commit({ message: 'root', files: { 'README.md': 'hello\n', 'src/old.ts': 'a\nb\nc\nd\ne\n' } })
  for (let number = 1; number <= count; number += 1) {
    const files = { [`src/part-${number % 7}.ts`]: `${number}\n`.repeat((number % 5) + 1) }
    const author = number % 3 === 0 ? 'Grace' : 'Linus'
    if (number % 4 === 0) {
      const body = number % 8 === 0 ? '\n\nFixes #900' : ''
      await repository.merge(`Merge pull request #${number} from x/y\n\nChange ${number}${body}`, [
        { message: `work on ${number}`, files: { [`lib/merged-${number}.ts`]: 'x\n'.repeat(number) }, author },
      ])
    } else {
      if (number === 5) await repository.rename('src/old.ts', 'src/new.ts')
      const body = number % 6 === 1 ? '\n\nCloses #12 and resolves other/place#7.\n' : '\n\nWhy.\n'
      await repository.commit({ message: `Change ${number} (#${number})${body}`, files, author })
    }
  }
  return repositoryFromGit({ gitDirectory: path, owner: 'octo', name: 'hello', seed: 7, ...options })
}

const short = ({ repository, number }: { repository: string; number: number }, own: string) =>
  `${repository === own ? '' : repository}#${number}`

/** What a collection of it should hold, by number. */
export const expectedOf = (repository: SimulatedRepository, transport: 'git' | 'api') => {
  const own = `${repository.owner}/${repository.name}`
  return repository.pullRequests
    .filter(({ state }) => state === 'MERGED')
    .map((pullRequest) => ({
      number: pullRequest.number,
      sha: pullRequest.mergeCommitSha,
      title: pullRequest.title,
      body: pullRequest.body,
      login: pullRequest.author ? `${pullRequest.author.login}${pullRequest.author.bot ? '[bot]' : ''}` : 'ghost',
      mergedAt: new Date(pullRequest.mergedAt ?? '').toISOString(),
      size: [pullRequest.additions, pullRequest.deletions, pullRequest.changedFiles],
      files: pullRequest.files
        .map(({ path, previousPath, additions, deletions }) => ({
          path,
          ...(previousPath !== undefined && transport === 'git' ? { previousPath } : {}),
          additions,
          deletions,
        }))
        .toSorted(byPath),
      commits: pullRequest.commits.map(({ sha, title }) => ({ sha, title })),
      labels: pullRequest.labels,
      reviews: pullRequest.reviews.map(({ reviewer }) => reviewer ?? 'ghost').toSorted(),
      linkedIssues: [...new Set(pullRequest.closingIssues.map((issue) => short(issue, own)))].toSorted(),
    }))
    .toSorted((a, b) => a.number - b.number)
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)
