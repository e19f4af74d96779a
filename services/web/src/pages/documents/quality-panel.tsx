import { Section } from '../../ui/page.tsx'
import type { Document } from './document.ts'
import styles from './documents.module.css'

/** How well a document came through its conversion, by the parts that its score adds up from, and what was lost. */
export function QualityPanel({ document: { score, quality, losses, ocr } }: { document: Document }) {
  const contributions = quality?.contributions ?? []
  return (
    <Section title={score === null ? 'Quality' : `Quality ${Math.round(score)} of 100`}>
      {contributions.length === 0 ? <p className={styles.note}>It was not judged.</p> : null}
      <table className={styles.quality}>
        <tbody>
          {contributions.map(({ name, weight, points, note }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <div className={styles.note}>{note}</div>
              </th>
              <td>
                <meter min={0} max={weight} low={weight * 0.5} optimum={weight} value={points} aria-label={name} />
              </td>
              <td className={styles.points}>
                {points.toFixed(1)} of {weight.toFixed(1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ocr ? (
        <p>
          Recognised from pictures ({ocr.language}):{' '}
          {ocr.pages.map(({ page, confidence }) => `page ${page} ${Math.round(confidence)} %`).join(', ')}
        </p>
      ) : null}
      {losses.length > 0 ? (
        <details>
          <summary>
            {losses.length} {losses.length === 1 ? 'thing is' : 'things are'} not in the text
          </summary>
          <ul>
            {losses.map(({ kind, note }) => (
              <li key={`${kind} ${note}`}>
                {kind}: {note}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  )
}
