import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatCount } from '../../ui/amounts.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Facts, Section } from '../../ui/page.tsx'
import { type SourcePart, sourceAddress } from './source-address.ts'
import { type PullRequest, repositoryQuery } from './work-queries.ts'

/** Where all of this can be looked up, and how it was made. */
export function EvidenceSection({ pullRequest }: { pullRequest: PullRequest }) {
  const { number, sha, how, labels, reviews, reviewCount, linkedIssues, coAuthors, patchId, value } = pullRequest
  const { data: repository } = useQuery(repositoryQuery(pullRequest.repositoryId))
  const to = (part: SourcePart, text: string) => (
    <ExternalLink key={text} href={repository ? sourceAddress(repository, part) : null}>
      {text}
    </ExternalLink>
  )
  const facts: [string, ReactNode][] = [
    ['Pull request', number === null ? 'none: a commit by itself' : to({ kind: 'pull-request', number }, `#${number}`)],
    ['Commit', <code key="sha">{to({ kind: 'commit', sha }, sha)}</code>],
    ['Merged by', how],
    ['Closes', spaced(linkedIssues.map((issue) => toIssue(issue, to)))],
    ['Labels', labels.join(', ') || 'none'],
    [
      'Reviews',
      reviews.length === 0
        ? formatCount(reviewCount)
        : spaced(
            reviews.map(({ reviewer, state, submittedAt }) => (
              <span key={`${reviewer} ${submittedAt} ${state}`}>
                {reviewer} ({state.replaceAll('-', ' ')}
                {submittedAt ? (
                  <>
                    {', '}
                    <Moment at={submittedAt} as="day" />
                  </>
                ) : null}
                )
              </span>
            )),
          ),
    ],
    ['With', coAuthors.map(({ name }) => name).join(', ') || 'nobody else'],
    ['Patch', patchId ? <code key="patch">{patchId}</code> : 'not known'],
  ]
  if (value) facts.push(['Scored', <Moment key="scored" at={value.scoredAt} as="exact" />], ['Method', value.method])
  return (
    <Section title="Evidence">
      <Facts facts={facts} />
    </Section>
  )
}

const toIssue = (issue: string, to: (part: SourcePart, text: string) => ReactNode): ReactNode => {
  const [, number] = /^#(\d+)$/.exec(issue) ?? []
  return number === undefined ? <span key={issue}>{issue}</span> : to({ kind: 'issue', number }, issue)
}

const spaced = (parts: readonly ReactNode[]): ReactNode =>
  parts.length === 0 ? 'none' : parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))
