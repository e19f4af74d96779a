import type { paths } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Badge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { Story } from '../../ui/story.tsx'
import { versionsQuery } from './achievement-queries.ts'
import styles from './achievements.module.css'

type Kept =
  paths['/api/v2/achievements/{id}/versions']['get']['responses'][200]['content']['application/json']['items'][number]

const route = getRouteApi('/achievements/$id')

/** What it said each time it was saved; one can be looked at and put back. */
export function VersionsSection({
  id,
  version,
  onPutBack,
}: {
  id: string
  /** The newest. */
  version: number
  onPutBack: (kept: Kept) => void
}) {
  const { version: shown } = route.useSearch()
  const query = useQuery(versionsQuery(id))
  return (
    <Section title="Versions">
      <Loaded query={query} what="the versions">
        {({ items }) => {
          const looked = items.find((kept) => kept.version === shown)
          return (
            <>
              <ol className={styles.versions} aria-label="Versions">
                {items.map((kept) => (
                  <li key={kept.version}>
                    <Link
                      to="/achievements/$id"
                      params={{ id }}
                      search={kept.version === shown ? {} : { version: kept.version }}
                      resetScroll={false}
                      aria-current={kept.version === shown ? 'true' : undefined}
                    >
                      Version {kept.version}
                    </Link>{' '}
                    <Moment at={kept.savedAt} /> {kept.version === version ? <Badge>newest</Badge> : null}{' '}
                    {kept.isPublished ? <Badge tone="good">public</Badge> : null}
                  </li>
                ))}
              </ol>
              {looked ? <Looked kept={looked} onPutBack={() => onPutBack(looked)} /> : null}
              {shown !== undefined && !looked ? (
                <EmptyPanel title={`Version ${shown} is not kept`}>The newest 50 and the published one are.</EmptyPanel>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

function Looked({ kept, onPutBack }: { kept: Kept; onPutBack: () => void }) {
  const { tell } = useNotices()
  const { version, title, story, evidence } = kept
  return (
    <article className={styles.kept} aria-label={`Version ${version}`}>
      <h3>{title}</h3>
      <div className={styles.note}>
        {evidence.length} {evidence.length === 1 ? 'piece' : 'pieces'} of evidence
      </div>
      <Story text={story} />
      <ScopedButton
        needs="submit"
        onClick={() => {
          onPutBack()
          tell(`Version ${version} is in the editor. Save to make it the newest.`)
        }}
      >
        Put it back into the editor
      </ScopedButton>
    </article>
  )
}
