import { read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { formatCount } from '../../ui/amounts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import styles from './people.module.css'
import { nearMissesQuery, verdictsQuery } from './people-queries.ts'

type Verdict =
  | { is: 'same'; name: string; other: string }
  | { is: 'distinct'; name: string; other: string }
  | { is: 'taken-back'; name: string; other: string }

async function say({ is, name, other }: Verdict): Promise<void> {
  if (is === 'taken-back') await read(api.DELETE('/api/v2/authors/aliases', { params: { query: { name, other } } }))
  else
    await read(
      api.POST('/api/v2/authors/aliases', {
        body: is === 'same' ? { names: [name], sameAs: other } : { distinct: [name, other] },
      }),
    )
}

/** Names that look like one person's, for somebody to say whether they are; nothing is merged by itself. */
export function NamesPage() {
  const nearMisses = useQuery(nearMissesQuery)
  const verdicts = useQuery(verdictsQuery)
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  const verdict = useMutation({
    mutationFn: say,
    onSuccess: async () => {
      tell('It is noted; roll-ups and reports go by it from now on.')
      await Promise.all([
        client.invalidateQueries({ queryKey: ['authors'] }),
        client.invalidateQueries({ queryKey: ['summary'] }),
      ])
    },
    onError: tellError,
  })
  return (
    <Page
      title="Names of people"
      lead="One person may have committed under several names, here with their pull requests. Nothing is merged until you say so."
    >
      <Section title="May be one person">
        <Loaded query={nearMisses} what="names that are alike">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyPanel title="No names look alike" />
            ) : (
              <ul className={styles.pairs}>
                {items.map(({ names: [name = '', other = ''], because, pullRequests: [count = 0, otherCount = 0] }) => (
                  <li key={`${name}\n${other}`}>
                    <div>
                      <strong>{name}</strong> ({formatCount(count)}) and <strong>{other}</strong> (
                      {formatCount(otherCount)})<div className={styles.quiet}>{because}</div>
                    </div>
                    <div className={styles.actions}>
                      <ScopedButton
                        needs="admin"
                        disabled={verdict.isPending}
                        aria-label={`${name} and ${other} are one person`}
                        onClick={() => verdict.mutate({ is: 'same', name, other })}
                      >
                        One person
                      </ScopedButton>
                      <ScopedButton
                        needs="admin"
                        disabled={verdict.isPending}
                        aria-label={`${name} and ${other} are two people`}
                        onClick={() => verdict.mutate({ is: 'distinct', name, other })}
                      >
                        Two people
                      </ScopedButton>
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Section title="What was said">
        <Loaded query={verdicts} what="what was said">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyPanel title="Nothing was said yet" />
            ) : (
              <ul className={styles.pairs}>
                {items.map(({ name, other, verdict: is, saidAt }) => (
                  <li key={`${name}\n${other}`}>
                    <div>
                      <strong>{name}</strong> {is === 'same' ? 'is' : 'is not'} <strong>{other}</strong>{' '}
                      <Badge>{is}</Badge> <Moment at={saidAt} />
                    </div>
                    <ScopedButton
                      needs="admin"
                      disabled={verdict.isPending}
                      aria-label={`Take back what was said of ${name} and ${other}`}
                      onClick={() => verdict.mutate({ is: 'taken-back', name, other })}
                    >
                      Take back
                    </ScopedButton>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </Page>
  )
}
