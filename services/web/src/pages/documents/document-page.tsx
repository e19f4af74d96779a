import { read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Columns, Facts, Page, Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { ChunkedText } from './chunked-text.tsx'
import type { Document } from './document.ts'
import styles from './documents.module.css'
import { QualityPanel } from './quality-panel.tsx'

const REFRESH_MS = 1_000
const route = getRouteApi('/documents/$id')

/** A document: its text with the chunks that it is cut into, how well it was read, and what is not in the text. */
export function DocumentPage() {
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: ['documents', id],
    queryFn: () => read(api.GET('/api/v2/documents/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'received' ? REFRESH_MS : false),
  })
  return (
    <Loaded query={query} what="the document">
      {(document) => <Shown document={document} />}
    </Loaded>
  )
}

function Shown({ document }: { document: Document }) {
  const { name, title, version, status, rejection, gate } = document
  return (
    <Page
      title={title ?? name}
      lead={
        <>
          {name} · version {version} <StateBadge state={status} />
        </>
      }
      actions={<Actions document={document} />}
    >
      {rejection ? <PartialNote>It could not be read: {rejection.message}</PartialNote> : null}
      {status === 'quarantined' ? (
        <PartialNote>
          It is not searched yet: {gate?.reasons.map(({ text }) => text).join(' ')} Look at its text; if it is good
          enough, release it.
        </PartialNote>
      ) : null}
      <Columns>
        <Section title="What it is">
          <Facts
            facts={[
              ['Format', document.format ?? '—'],
              ['Language', document.language ?? '—'],
              ['Pages', document.pages ?? '—'],
              ['Characters', document.characters?.toLocaleString() ?? '—'],
              ['Size', `${document.sizeBytes.toLocaleString()} bytes`],
              ['Added', <Moment key="added" at={document.createdAt} as="exact" />],
              ['Converted', <Moment key="converted" at={document.convertedAt} as="exact" />],
              ['SHA-256', <code key="hash">{document.contentHash}</code>],
              ...Object.entries(document.metadata),
            ]}
          />
        </Section>
        <QualityPanel document={document} />
      </Columns>
      <Section title="Text">
        {document.text ? (
          <ChunkedText document={document} text={document.text} />
        ) : (
          <EmptyPanel title={status === 'received' ? 'It is being read …' : 'There is no text of it'} />
        )}
      </Section>
    </Page>
  )
}

function Actions({ document: { id, name, status } }: { document: Document }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const notices = useNotices()
  const [isAsking, setAsking] = useState(false)
  const onError = notices.tellError
  const release = useMutation({
    mutationFn: () => read(api.POST('/api/v2/documents/{id}/release', { params: { path: { id } } })),
    onSuccess: async () => {
      notices.tell('Released; it is found in a few seconds.')
      await client.invalidateQueries({ queryKey: ['documents'] })
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: () => read(api.DELETE('/api/v2/documents/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      notices.tell(`${name} was removed.`)
      await navigate({ to: '/documents' })
      await client.invalidateQueries({ queryKey: ['documents', 'list'] })
    },
    onError,
  })
  return (
    <>
      {status === 'quarantined' ? (
        <ScopedButton needs="submit" look="primary" disabled={release.isPending} onClick={() => release.mutate()}>
          Release
        </ScopedButton>
      ) : null}
      <ScopedButton needs="admin" look="danger" onClick={() => setAsking(true)}>
        Remove
      </ScopedButton>
      <Confirm
        title={isAsking ? `Remove ${name}?` : null}
        action="Remove it"
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setAsking(false)}
      >
        <span className={styles.note}>
          Its bytes, its text and its passages go; there is no way back. The version before holds again, if there is
          one.
        </span>
      </Confirm>
    </>
  )
}
