import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCount, formatShare, formatTenths } from '../../ui/amounts.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Columns, Figure, Page, Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { ClaimsSection } from './claims-section.tsx'
import { EffortFigure } from './effort-figure.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { FilesSection } from './files-section.tsx'
import { HistorySection } from './history-section.tsx'
import { MoneySection } from './money-section.tsx'
import { ScoreChart } from './score-chart.tsx'
import { SimilarSection } from './similar-section.tsx'
import { type PullRequest, pullRequestQuery, type Scored } from './work-queries.ts'

const route = getRouteApi('/pull-requests/$id')

/** What one pull request comes to, and everything that says so. */
export function PullRequestPage() {
  const { id } = route.useParams()
  const query = useQuery(pullRequestQuery(id))
  const { data } = query
  return (
    <Page
      title={data?.title ?? 'Pull request'}
      lead={data ? <Lead pullRequest={data} /> : null}
      actions={<Tell id={id} />}
    >
      <Loaded query={query} what="the pull request">
        {(pullRequest) => (
          <>
            {pullRequest.vanished ? (
              <PartialNote>The history was rewritten: its source does not have it any more.</PartialNote>
            ) : null}
            {pullRequest.value ? (
              <Valued pullRequest={pullRequest} value={pullRequest.value} />
            ) : (
              <>
                <EmptyPanel title="It is not scored yet">
                  A job does that; this page shows it when it is done.
                </EmptyPanel>
                <ClaimsSection pullRequest={pullRequest} claims={[]} />
              </>
            )}
            <FilesSection pullRequest={pullRequest} />
            <SimilarSection id={id} />
            <EvidenceSection pullRequest={pullRequest} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Tell = ({ id }: { id: string }) => (
  <Link to="/achievements/new" search={{ 'pull-request': id }} className={buttonClass()}>
    Tell of it
  </Link>
)

const Lead = ({
  pullRequest: { repositoryId, repository, number, sha, author, mergedAt },
}: {
  pullRequest: PullRequest
}) => (
  <>
    <Link to="/repositories/$id" params={{ id: repositoryId }}>
      {repository}
    </Link>{' '}
    {number === null ? sha.slice(0, 9) : `#${number}`} ·{' '}
    <Link to="/people" search={{ author: [author] }}>
      {author}
    </Link>{' '}
    · merged <Moment at={mergedAt} as="day" />
  </>
)

function Valued({ pullRequest, value }: { pullRequest: PullRequest; value: Scored }) {
  const { kind, score, additions, deletions, changedFiles } = pullRequest
  return (
    <>
      <Columns>
        <Figure
          name="Significance, of 100"
          value={formatTenths(score ?? 0)}
          note={`${formatTenths(value.low)} where maintainers announce least, ${formatTenths(value.high)} where most`}
        />
        <Figure
          name="Kind"
          value={kind ?? 'unknown'}
          note={`${formatShare(value.kindProbability)} sure: ${value.kindEvidence}`}
        />
        <EffortFigure stored={value.effort} />
        <Figure
          name="Size"
          value={`${formatCount(additions + deletions)} lines`}
          note={`${formatCount(additions)} added, ${formatCount(deletions)} removed in ${formatCount(changedFiles)} ${changedFiles === 1 ? 'file' : 'files'}`}
        />
      </Columns>
      {pullRequest.flags.length > 0 ? (
        <p>
          Worth knowing of this row:{' '}
          {pullRequest.flags.map((flag) => (
            <Badge key={flag} tone="warn">
              {flag.replaceAll('-', ' ')}
            </Badge>
          ))}
        </p>
      ) : null}
      <Section title="How the significance comes about">
        <ScoreChart score={score ?? 0} low={value.low} high={value.high} breakdown={value.breakdown} />
      </Section>
      <ClaimsSection pullRequest={pullRequest} claims={value.claims} />
      <MoneySection money={value.money} />
      <HistorySection history={value.history} changeSet={value.changeSet} />
    </>
  )
}
