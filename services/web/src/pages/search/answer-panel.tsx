import type { paths } from '@assay/client'
import { Section } from '../../ui/page.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import styles from './search.module.css'
import { SourceLine, SourceLink } from './source-link.tsx'

type Answer = paths['/api/v2/ask']['post']['responses'][200]['content']['application/json']
type Answered = Extract<Answer, { status: 'answered' }>
type Counted = Extract<Answer, { status: 'counted' }>

/** An answer of any kind: sentences with citations, a count with its plan, or why there is none. */
export function AnswerPanel({ answer }: { answer: Answer }) {
  switch (answer.status) {
    case 'answered':
      return <Sentences answer={answer} />
    case 'counted':
      return <Count counted={answer.counted} />
    case 'refused':
      return (
        <EmptyPanel title="There is no answer in what is stored">
          {answer.because}
          {answer.notFound.length > 0 ? ` In no passage: ${answer.notFound.join(', ')}.` : ''}
        </EmptyPanel>
      )
    case 'unclear':
      return (
        <EmptyPanel title="The question can be read in several ways">
          {answer.because}
          {answer.candidates.length > 0 ? ` Do you mean ${answer.candidates.join(' or ')}?` : ''}
        </EmptyPanel>
      )
  }
}

function Sentences({ answer: { sentences, by, dropped } }: { answer: Answered }) {
  let number = 0
  const numbered = sentences.map(({ text, citations }) => ({
    text,
    citations: citations.map((citation) => {
      number += 1
      return { ...citation, number }
    }),
  }))
  return (
    <>
      <div className={styles.sentences}>
        {numbered.map(({ text, citations }) => (
          <p key={citations[0]?.number}>
            {text}
            {citations.map((citation) => (
              <sup key={citation.number}>
                <a href={`#citation-${citation.number}`} aria-label={`Citation ${citation.number}`}>
                  {citation.number}
                </a>
              </sup>
            ))}
          </p>
        ))}
      </div>
      <Section title="Where it stands">
        <ol className={styles.citations}>
          {numbered
            .flatMap(({ citations }) => citations)
            .map((citation) => (
              <li key={citation.number} id={`citation-${citation.number}`}>
                <SourceLink source={citation.source} at={citation}>
                  {citation.title}
                </SourceLink>
                <div className={styles.source}>
                  <SourceLine source={citation.source} />
                  {citation.page === null ? '' : ` · page ${citation.page}`}
                </div>
                <blockquote>{citation.quote}</blockquote>
              </li>
            ))}
        </ol>
      </Section>
      <p className={styles.told}>
        {by === 'model'
          ? 'Written by the language model; each sentence was checked against what it cites.'
          : 'The sentences are those of the sources.'}
        {dropped.length > 0
          ? ` ${dropped.length} sentences were left out, as their citations do not bear them out.`
          : ''}
      </p>
    </>
  )
}

function Count({ counted: { total, groups, filters, words, sql, parameters, plan } }: { counted: Counted['counted'] }) {
  return (
    <>
      <p>
        <span className={styles.count}>{total.toLocaleString()}</span> pull requests
      </p>
      {groups.length > 0 ? (
        <table className={styles.groups}>
          <tbody>
            {groups.map(({ key, count }) => (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>{count.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Section title="How it was counted">
        <ul>
          {words.map(({ for: purpose, text }) => (
            <li key={`${purpose} ${text}`}>
              “{text}” was read as {purpose}
            </li>
          ))}
          {Object.entries(filters).map(([name, value]) => (
            <li key={name}>
              {name}: {value}
            </li>
          ))}
        </ul>
        <details className={styles.plan}>
          <summary>Statement and plan</summary>
          <pre>{sql}</pre>
          <pre>{parameters.map((parameter, index) => `$${index + 1} = ${parameter ?? 'null'}`).join('\n')}</pre>
          <pre>{plan.join('\n')}</pre>
        </details>
      </Section>
    </>
  )
}
