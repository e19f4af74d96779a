import { useQuery } from '@tanstack/react-query'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyPanel, PartialNote } from '../../ui/states.tsx'
import { type ClaimedText, claimedTexts, type Numbered } from './claim-texts.ts'
import styles from './claims.module.css'
import { ObservationList, Observations } from './observations.tsx'
import { quantityInWords } from './quantity-words.ts'
import { type Claim, observationsQuery, type PullRequest } from './work-queries.ts'

const TONES: Readonly<Record<string, Tone>> = { done: 'good', regression: 'bad', reverted: 'bad', planned: 'warn' }
const COMMITS_SHOWN = 10

/** Its text, with every quantity that it states marked where it stands, and beside it how each is meant. */
export function ClaimsSection({ pullRequest, claims }: { pullRequest: PullRequest; claims: readonly Claim[] }) {
  const texts = claimedTexts(pullRequest, claims)
  const commits = texts.commits.filter((commit) => commit.text !== pullRequest.title)
  return (
    <Section title="What its text says">
      <div className={styles.sides}>
        <div className={styles.texts}>
          <Text text={texts.title} />
          {texts.body.text === '' ? <p className={styles.quiet}>It has no description.</p> : <Text text={texts.body} />}
          {commits.length > 0 ? (
            <details open={commits.some((commit) => commit.claims.length > 0)}>
              <summary>
                {commits.length === 1 ? 'The message of its commit' : `The messages of its ${commits.length} commits`}
              </summary>
              <div className={styles.texts}>
                {commits
                  .filter((commit, index) => index < COMMITS_SHOWN || commit.claims.length > 0)
                  .map((commit) => (
                    <Text key={commit.sha} text={commit} />
                  ))}
                {commits.length > COMMITS_SHOWN ? (
                  <p className={styles.quiet}>Of the others, only those that claim something are shown.</p>
                ) : null}
              </div>
            </details>
          ) : null}
        </div>
        <Claims pullRequest={pullRequest.id} claims={claims} />
      </div>
    </Section>
  )
}

const Text = ({ text: { name, text, claims } }: { text: ClaimedText<Claim> }) => (
  <div>
    <h3 className={styles.name}>{name}</h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
    <section className={styles.text} aria-label={name} tabIndex={0}>
      <MarkedText text={text} marks={claims} show={(piece, marks) => <ClaimMark piece={piece} claims={marks} />} />
    </section>
  </div>
)

function ClaimMark({ piece, claims }: { piece: string; claims: readonly Numbered<Claim>[] }) {
  const numbers = claims.map(({ number }) => number).join(' and ')
  const tone = claims.length > 1 ? 'several' : (claims[0]?.modality ?? '')
  return (
    <mark
      className={`${styles.mark} ${styles[tone] ?? ''}`}
      data-claim={numbers}
      title={claims.map(({ number, modality }) => `Claim ${number}: ${modality}`).join('; ')}
    >
      {piece}
    </mark>
  )
}

/** How each claim is meant, and what was measured of it since. */
function Claims({ pullRequest, claims }: { pullRequest: string; claims: readonly Claim[] }) {
  const { data, error } = useQuery(observationsQuery(pullRequest))
  const observed = data?.items ?? []
  const lost = observed.filter(({ claimHash }) => claims.every(({ hash }) => hash !== claimHash))
  return (
    <div className={styles.texts}>
      {claims.length === 0 ? (
        <EmptyPanel title="It states no quantity of an effect">
          Write such as “from 12 min to 4 min” into a description, and it is found.
        </EmptyPanel>
      ) : (
        <ol className={styles.claims} aria-label="Claims">
          {claims.map((claim, place) => (
            <li key={place}>
              <div>
                <Badge tone={TONES[claim.modality] ?? 'neutral'}>{claim.modality}</Badge> <q>{claim.text}</q>
              </div>
              <div className={styles.quiet}>{quantityInWords(claim)}</div>
              <Observations
                pullRequest={pullRequest}
                claim={claim}
                place={place}
                observations={observed.filter(({ claimHash }) => claimHash === claim.hash)}
              />
            </li>
          ))}
        </ol>
      )}
      {error ? <PartialNote>What was measured after the merge is not known: {error.message}</PartialNote> : null}
      {lost.length > 0 ? (
        <>
          <h3>Measured of what the text does not state any more; it does not count</h3>
          <ObservationList pullRequest={pullRequest} observations={lost} />
        </>
      ) : null}
    </div>
  )
}
