import { formatMoney } from '../../ui/amounts.ts'
import { Columns, Figure, Section } from '../../ui/page.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import { assumptionInWords } from './assumption-words.ts'
import { TornadoChart } from './tornado-chart.tsx'
import styles from './work.module.css'
import type { Money } from './work-queries.ts'

type Valued = Extract<Money, { status: 'valued' }>
type Range = { p10: number; p50: number; p90: number }

/** What it is worth in money and on what that rests, or why that is not known. */
export const MoneySection = ({ money }: { money: Money }) => (
  <Section title="Value in money">
    {money.status === 'not-valued' ? (
      <EmptyPanel title="Not valued">
        <ul className={styles.reasons}>
          {money.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <p>That is unknown, and not 0.</p>
      </EmptyPanel>
    ) : (
      <ValuedMoney money={money} />
    )}
  </Section>
)

function ValuedMoney({ money }: { money: Valued }) {
  const { currency, oneTime, recurring, cost, parts, clawedBack, tornado, leftOut, contextVersion } = money
  const format = formatMoney(currency)
  const figure = (name: string, range: Range, more = '') => (
    <Figure
      name={name}
      value={format(range.p50)}
      note={`${format(range.p10)} to ${format(range.p90)} in 8 of 10 draws${more}`}
    />
  )
  return (
    <>
      <Columns>
        {recurring
          ? figure('A year', recurring, `; until the horizon ${format(recurring.presentValue.p50)} today`)
          : null}
        {oneTime ? figure('Once', oneTime) : null}
        {cost ? figure('What the work cost', cost, '; not taken off') : null}
      </Columns>
      {tornado.length > 0 ? (
        <>
          <h3>What it hangs on</h3>
          <TornadoChart
            swings={tornado}
            middle={{ 'one-time': oneTime?.p50, recurring: recurring?.p50 }}
            format={format}
          />
        </>
      ) : null}
      <h3>Assumptions</h3>
      {parts.map((part, index) => (
        <Part key={index} part={part} format={format} />
      ))}
      {clawedBack.map((part, index) => (
        <Part key={index} part={part} format={format} note="taken back, as it was reverted" />
      ))}
      {leftOut.length > 0 ? (
        <>
          <h3>What is in no part</h3>
          <ul className={styles.reasons}>
            {leftOut.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={styles.none}>Under the prices declared in version {contextVersion}.</p>
    </>
  )
}

function Part({
  part: { mechanism, stream, item, matchedBy, quote, formula, inputs, ...range },
  format,
  note,
}: {
  part: Valued['parts'][number]
  format: (amount: number) => string
  note?: string
}) {
  return (
    <div className={styles.part}>
      <p>
        <strong>{mechanism}</strong>, {stream === 'recurring' ? 'by the year' : 'once'}: {format(range.p50)} (
        {format(range.p10)} to {format(range.p90)}){note ? `, ${note}` : ''}. It rests on <q>{quote}</q>
        {item ? `, priced by “${item}”${matchedBy ? ` as ${matchedBy}` : ''}` : ''}.
      </p>
      <p className={styles.none}>{formula}</p>
      <div className={styles.scroll}>
        <table className={styles.inputs}>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">What is assumed</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map(({ name, distribution, source }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{assumptionInWords(distribution)}</td>
                <td>{SOURCES[source]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const SOURCES = {
  quote: 'the quote',
  context: 'the declared prices',
  default: 'a default',
  facts: 'the pull request',
} as const
