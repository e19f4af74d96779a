import type { paths } from '@assay/client'
import { MarkedText } from '../../ui/marked-text.tsx'
import styles from './search.module.css'
import { SourceLine, SourceLink } from './source-link.tsx'

type Item = paths['/api/v2/search']['post']['responses'][200]['content']['application/json']['items'][number]

/** A passage that was found: where, its words, and why. */
export function FoundItem({ item }: { item: Item }) {
  const { title, source, passage, highlights, parts, score, alike, further } = item
  const pages = [...new Set(passage.pages.map(({ page }) => page))]
  return (
    <li className={styles.item}>
      <h2>
        <SourceLink source={source} at={passage}>
          {title}
        </SourceLink>
      </h2>
      <div className={styles.source}>
        <SourceLine source={source} />
        {pages.length > 0 ? ` · page ${pages.join(', ')}` : ''}
      </div>
      {passage.headings.length > 0 ? <div className={styles.source}>{passage.headings.join(' › ')}</div> : null}
      <p className={styles.passage}>
        <MarkedText
          text={passage.text}
          marks={highlights.map(({ start, end }) => ({ start: start - passage.start, end: end - passage.start }))}
        />
      </p>
      <details className={styles.why}>
        <summary>Why this result</summary>
        <table>
          <tbody>
            {Object.entries(parts).map(([name, part]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <meter min={0} max={score || 1} value={Math.max(0, part)} aria-label={name} />
                </td>
                <td>{part.toFixed(3)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">score</th>
              <td />
              <td>{score.toFixed(3)}</td>
            </tr>
          </tbody>
        </table>
        {further > 0 ? <p>{further} more of its passages fit as well.</p> : null}
        {alike > 0 ? <p>{alike} passages elsewhere say the same and are left out.</p> : null}
      </details>
    </li>
  )
}
