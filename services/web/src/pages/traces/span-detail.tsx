import { Link } from '@tanstack/react-router'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDuration, Moment } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Facts } from '../../ui/page.tsx'
import type { SpanNode } from './span-tree.ts'
import styles from './waterfall.module.css'

const JOB = 'messaging.message.id'
const NS_PER_MS = 1_000_000n

/** Everything that is known of one span. */
export function SpanDetail({ node, onZoom, onClose }: { node: SpanNode; onZoom: () => void; onClose: () => void }) {
  const { span, startMs, endMs, children } = node
  const { attributes, events, links, status, statusMessage } = span
  const { tell, tellError } = useNotices()
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => tell('The link to this span is copied.'),
      (error) => tellError(error),
    )
  const job = attributes[JOB]
  return (
    <aside className={styles.detail} aria-label="Span">
      <h2>{span.name}</h2>
      <div className={styles.buttons}>
        <Button onClick={onZoom}>Zoom to it</Button>
        <Button onClick={() => void copy()}>Copy link</Button>
        <Button onClick={onClose}>Close</Button>
      </div>
      <Facts
        facts={[
          ['Service', span.service],
          ['Kind', span.kind],
          [
            'Began',
            <Moment key="began" at={new Date(Number(BigInt(span.startedAtNs) / NS_PER_MS)).toISOString()} as="exact" />,
          ],
          ['After', formatDuration(startMs)],
          ['Took', formatDuration(endMs - startMs)],
          ['Caused', `${children.length} spans`],
          [
            'Status',
            <Badge key="status" tone={status === 'error' ? 'bad' : 'neutral'}>
              {status}
            </Badge>,
          ],
          ...(statusMessage ? [['Message', statusMessage] as const] : []),
          ...(typeof job === 'string'
            ? [
                [
                  'Job',
                  <Link key="job" to="/jobs/$id/trace" params={{ id: job }}>
                    {job}
                  </Link>,
                ] as const,
              ]
            : []),
          ['Id', <code key="id">{span.spanId}</code>],
        ]}
      />
      <h3>Attributes</h3>
      <Facts facts={Object.entries(attributes).map(([name, value]) => [name, inText(value)] as const)} />
      {events.length > 0 ? (
        <>
          <h3>Events</h3>
          <pre className={styles.data}>{JSON.stringify(events, null, 2)}</pre>
        </>
      ) : null}
      {links.length > 0 ? (
        <>
          <h3>Links</h3>
          <pre className={styles.data}>{JSON.stringify(links, null, 2)}</pre>
        </>
      ) : null}
    </aside>
  )
}

const inText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
