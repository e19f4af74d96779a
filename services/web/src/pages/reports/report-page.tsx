import { getRouteApi, Link } from '@tanstack/react-router'
import { useJob } from '../../api/job-events.ts'
import { formatCount } from '../../ui/amounts.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import styles from './reports.module.css'

const route = getRouteApi('/reports/$id')
const FORMATS = [
  ['pdf', 'PDF'],
  ['html', 'Page'],
  ['markdown', 'Markdown'],
  ['json', 'Data'],
] as const

/** One report: how far its job is, and then what it says, as it can be taken along. */
export function ReportPage() {
  const { id } = route.useParams()
  const { job } = useJob(id)
  return (
    <Page
      title="Report"
      actions={
        <Link to="/reports" className={buttonClass()}>
          All reports
        </Link>
      }
    >
      <Loaded query={job} what="the report">
        {({ state, error, result }) =>
          state === 'succeeded' ? (
            <Written id={id} result={result} />
          ) : (
            <EmptyPanel title={error ? error.message : 'It is being written'}>
              <StateBadge state={state} />{' '}
              <Link to="/jobs/$id" params={{ id }}>
                Job
              </Link>
            </EmptyPanel>
          )
        }
      </Loaded>
    </Page>
  )
}

function Written({ id, result }: { id: string; result: unknown }) {
  const address = (format: string) => `/api/v2/reports/${encodeURIComponent(id)}?format=${format}`
  const refused = refusedIn(result)
  return (
    <>
      {refused > 0 ? (
        <PartialNote>
          {formatCount(refused)} of your own sentences were refused, as their numbers have no evidence.
        </PartialNote>
      ) : null}
      <Section
        title="Preview"
        actions={FORMATS.map(([format, name]) => (
          <a
            key={format}
            className={buttonClass()}
            href={address(format)}
            download={`report-${id}.${EXTENSIONS[format]}`}
          >
            {name}
          </a>
        ))}
      >
        <iframe className={styles.preview} title="The report" sandbox="" src={address('html')} />
      </Section>
    </>
  )
}

const EXTENSIONS = { pdf: 'pdf', html: 'html', markdown: 'md', json: 'json' } as const

const refusedIn = (result: unknown): number =>
  typeof result === 'object' && result !== null && 'refused' in result && Array.isArray(result.refused)
    ? result.refused.length
    : 0
