import { tmpdir } from 'node:os'
import { openGitSource } from '../../../src/index.ts'
import type { SourceFile } from '../../../src/pull-request-source.ts'
import type { SimulatedFile } from '../types.ts'
import { runGit } from './pull-request-refs.ts'

/** The merged pull requests of a clone, as the git source finds them, and what only git itself knows of them. */
export const readGitPullRequests = async (gitDirectory: string) => {
  const source = await openGitSource({ location: gitDirectory, cacheDirectory: tmpdir(), allowLocal: true })
  try {
    const { head, defaultBranch, license } = source.describe()
    const history = await readHistory(gitDirectory, head)
    const pullRequests = []
    for await (const page of source.pullRequests({ after: null })) {
      for (const found of page.pullRequests) {
        if (found.number === null) continue
        const parents = history.parentsOf(found.sha)
        const commits = found.commits.map((commit) => ({
          sha: commit.sha,
          title: commit.title,
          message: history.messageOf(commit.sha) ?? commit.title,
          authorName: commit.author.name,
          authorEmail: commit.author.email ?? '',
          authoredAt: commit.authoredAt,
        }))
        pullRequests.push({
          number: found.number,
          sha: found.sha,
          parents,
          // A merge's second parent is what was merged; else the newest commit, which for a squash is the squash itself.
          headSha: parents[1] ?? commits.at(-1)?.sha ?? found.sha,
          title: found.title,
          body: found.body,
          authorName: found.author.name,
          authorEmail: found.author.email ?? '',
          mergedAt: found.mergedAt,
          additions: found.additions,
          deletions: found.deletions,
          changedFiles: found.changedFiles,
          linkedIssues: found.linkedIssues,
          files: found.files.map(simulatedFile),
          commits,
        })
      }
    }
    return { head, defaultBranch, license, pullRequests }
  } finally {
    await source.close()
  }
}

/** The source does not say whether a file is new, so that is guessed from its sizes. */
const simulatedFile = ({ path, previousPath, additions, deletions }: SourceFile): SimulatedFile => ({
  path,
  ...(previousPath === undefined ? {} : { previousPath }),
  additions,
  deletions,
  changeType: previousPath === undefined ? (deletions === 0 && additions > 20 ? 'ADDED' : 'MODIFIED') : 'RENAMED',
})

/** Parents and whole messages, which the source does not give. */
const readHistory = async (gitDirectory: string, head: string) => {
  const text = await runGit(gitDirectory, ['log', '-z', '--format=%H%n%P%n%B', head])
  const known = new Map(
    text.split('\0').map((entry) => {
      const [sha = '', parents = '', ...message] = entry.split('\n')
      return [sha, { parents: parents.split(' ').filter(Boolean), message: message.join('\n').trimEnd() }]
    }),
  )
  return {
    parentsOf: (sha: string): readonly string[] => known.get(sha)?.parents ?? [],
    messageOf: (sha: string): string | undefined => known.get(sha)?.message,
  }
}
