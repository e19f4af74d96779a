import { read } from '@assay/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DragEvent, useId, useState } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { useNotices } from '../../ui/notices.tsx'
import styles from './documents.module.css'
import { type Received, uploadFiles } from './upload-files.ts'

type Sending = { id: string; names: string; share: number }

/** Takes files by dropping or choosing them, and follows each on its way to where it can be found. */
export function UploadPanel() {
  const input = useId()
  const may = useMay('submit')
  const notices = useNotices()
  const client = useQueryClient()
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [received, setReceived] = useState<readonly Received[]>([])

  const send = async (files: readonly File[]) => {
    if (files.length === 0) return
    const id = crypto.randomUUID()
    const names = files.map(({ name }) => name).join(', ')
    setSending((before) => [...before, { id, names, share: 0 }])
    try {
      const items = await uploadFiles(files, (share) =>
        setSending((before) => before.map((one) => (one.id === id ? { ...one, share } : one))),
      )
      setReceived((before) => [...items, ...before])
      await client.invalidateQueries({ queryKey: ['documents'] })
    } catch (error) {
      notices.tellError(error)
    } finally {
      setSending((before) => before.filter((one) => one.id !== id))
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (may) void send([...event.dataTransfer.files])
  }

  return (
    <div className={styles.upload}>
      <label
        htmlFor={input}
        className={`${styles.drop} ${isOver ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <strong>Drop files here, or choose them</strong>
        <span>
          {may
            ? 'PDF, Word, PowerPoint, Excel, HTML, EPUB, Markdown, text, CSV, JSON, source code, e-mail, pictures; up to 20 of 50 MB'
            : 'Adding documents needs a key with the scope “submit”.'}
        </span>
        <input
          id={input}
          type="file"
          multiple
          disabled={!may}
          onChange={({ target }) => {
            void send([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      <ul className={styles.way} aria-label="Files on their way">
        {sending.map(({ id, names, share }) => (
          <li key={id}>
            <span>{names}</span>
            <progress value={share} max={1} aria-label={`Sending ${names}`} /> sent
          </li>
        ))}
        {received.map((item) => (
          <Arrival key={item.document.id} item={item} />
        ))}
      </ul>
    </div>
  )
}

const LOOK_MS = 500
const STEPS = ['stored', 'converted', 'judged', 'cut into passages'] as const
const OUTCOMES = {
  new: 'new',
  'new-version': 'a new version',
  returned: 'an older version, now the newest again',
  known: 'stored already',
} as const

/** One file after it was sent: how far its conversion is, and how well it went. */
function Arrival({ item: { document, outcome, job } }: { item: Received }) {
  const { id } = document
  const progress = useQuery({
    queryKey: ['documents', 'arrival', id],
    queryFn: async () => {
      const [now, tree] = await Promise.all([
        read(api.GET('/api/v2/documents/{id}', { params: { path: { id } } })),
        job ? read(api.GET('/api/v2/jobs/{id}', { params: { path: { id: job } } })) : null,
      ])
      const isSettled = tree === null || tree.tree.queued + tree.tree.running === 0
      return { now, isSettled, hasFailed: tree !== null && tree.tree.failed > 0 }
    },
    refetchInterval: ({ state }) => (state.data?.isSettled ? false : LOOK_MS),
  })
  const { now, isSettled = false, hasFailed = false } = progress.data ?? {}
  const isRead = now !== undefined && now.status !== 'received'
  const done = isSettled && now?.status === 'converted' ? 4 : isRead ? 3 : 1
  return (
    <li>
      <Link to="/documents/$id" params={{ id }}>
        {document.name}
      </Link>{' '}
      <span className={styles.note}>{OUTCOMES[outcome]}</span>
      <ol className={styles.steps} aria-label={`Progress of ${document.name}`}>
        {STEPS.map((step, index) => (
          <li key={step} data-done={index < done ? true : undefined}>
            {step === 'judged' && now?.score != null ? `quality ${Math.round(now.score)}` : step}
          </li>
        ))}
      </ol>
      {now && now.status !== 'converted' && isRead ? (
        <span className={styles.bad}>
          {now.status}: {now.reasons.join(' ')}
        </span>
      ) : null}
      {hasFailed && job ? (
        <span className={styles.bad}>
          A job of it failed: <a href={`/console/jobs/${job}`}>see why</a>
        </span>
      ) : null}
    </li>
  )
}
