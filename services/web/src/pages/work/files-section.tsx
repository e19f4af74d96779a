import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatCount } from '../../ui/amounts.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyPanel, PartialNote } from '../../ui/states.tsx'
import { sourceAddress } from './source-address.ts'
import styles from './work.module.css'
import { type PullRequest, repositoryQuery } from './work-queries.ts'

type File = PullRequest['files'][number]
const sizeOf = ({ additions, deletions }: File) => additions + deletions
const idOf = ({ path }: File) => path

/** What it changed, the largest first. */
export function FilesSection({ pullRequest }: { pullRequest: PullRequest }) {
  const { files, changedFiles, sha, repositoryId } = pullRequest
  const { data: repository } = useQuery(repositoryQuery(repositoryId))
  const sorted = useMemo(() => files.toSorted((a, b) => sizeOf(b) - sizeOf(a)), [files])
  const columns = useMemo<Column<File>[]>(() => {
    const most = Math.max(1, ...files.map(sizeOf))
    return [
      {
        id: 'path',
        header: 'File',
        width: 12,
        grows: true,
        cell: ({ path }) => (
          <code title={path}>
            <ExternalLink href={repository ? sourceAddress(repository, { kind: 'file', sha, path }) : null}>
              {path}
            </ExternalLink>
          </code>
        ),
      },
      { id: 'bar', header: 'Share', width: 10, isExtra: true, cell: (file) => <SizeBar file={file} most={most} /> },
      {
        id: 'added',
        header: 'Added',
        width: 5,
        isNumeric: true,
        cell: ({ additions }) => <span className={styles.added}>+{formatCount(additions)}</span>,
      },
      {
        id: 'removed',
        header: 'Removed',
        width: 6,
        isNumeric: true,
        cell: ({ deletions }) => <span className={styles.removed}>−{formatCount(deletions)}</span>,
      },
    ]
  }, [files, repository, sha])
  return (
    <Section title={`Files (${formatCount(changedFiles)})`}>
      {files.length < changedFiles ? (
        <PartialNote>
          Only the first {formatCount(files.length)} of {formatCount(changedFiles)} are stored.
        </PartialNote>
      ) : null}
      {files.length === 0 ? (
        <EmptyPanel title="No file is known of it" />
      ) : (
        <DataTable label="Files" rows={sorted} columns={columns} idOf={idOf} />
      )}
    </Section>
  )
}

function SizeBar({ file: { additions, deletions }, most }: { file: File; most: number }) {
  const width = (lines: number) => `${(100 * lines) / most}%`
  return (
    <svg aria-hidden="true" focusable="false" width="100%" height="10" className={styles.sizes}>
      <rect width={width(additions)} height="10" className={styles.addedBar} />
      <rect x={width(additions)} width={width(deletions)} height="10" className={styles.removedBar} />
    </svg>
  )
}
