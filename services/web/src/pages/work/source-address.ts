/** What of a source is to be looked at. */
export type SourcePart =
  | { kind: 'pull-request'; number: number }
  | { kind: 'commit'; sha: string }
  | { kind: 'file'; sha: string; path: string }
  | { kind: 'issue'; number: string }

type Host = { pullRequest: string; commit: string; file: string; issue: string }

const GITHUB: Host = { pullRequest: 'pull', commit: 'commit', file: 'blob', issue: 'issues' }
const HOSTS: Readonly<Record<string, Host>> = {
  'github.com': GITHUB,
  'gitlab.com': { pullRequest: '-/merge_requests', commit: '-/commit', file: '-/blob', issue: '-/issues' },
  'codeberg.org': { pullRequest: 'pulls', commit: 'commit', file: 'src/commit', issue: 'issues' },
  'bitbucket.org': { pullRequest: 'pull-requests', commit: 'commits', file: 'src', issue: 'issues' },
}

type Source = { origin: string; sourceKind: 'git' | 'github' }

/** Where a part of a source stands on the web; null where its host is not known to show it. */
export function sourceAddress({ origin, sourceKind }: Source, part: SourcePart): string | null {
  const [, host = '', path = ''] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(origin) ??
    /^(?:[^@/\s]+@)([^/:\s]+):(.+?)(?:\.git)?\/?$/.exec(origin) ??
    []
  const words = HOSTS[host.toLowerCase()] ?? (sourceKind === 'github' && host !== '' ? GITHUB : undefined)
  return words ? `https://${host}/${path.split('/').map(encodeURIComponent).join('/')}/${within(words, part)}` : null
}

function within(words: Host, part: SourcePart): string {
  switch (part.kind) {
    case 'pull-request':
      return `${words.pullRequest}/${part.number}`
    case 'commit':
      return `${words.commit}/${encodeURIComponent(part.sha)}`
    case 'file':
      return `${words.file}/${encodeURIComponent(part.sha)}/${part.path.split('/').map(encodeURIComponent).join('/')}`
    case 'issue':
      return `${words.issue}/${encodeURIComponent(part.number)}`
  }
}
