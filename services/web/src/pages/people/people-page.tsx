import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { buttonClass } from '../../ui/button.tsx'
import { Chart } from '../../ui/chart.tsx'
import { ChooseAuthors } from '../../ui/choose-authors.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { KindsTable } from './kinds-table.tsx'
import styles from './people.module.css'
import { type Summary, summaryQuery } from './people-queries.ts'
import { type Measure, MOST_PEOPLE, measures, type PeopleSearch } from './people-search.ts'
import { PersonSummary } from './person-summary.tsx'
import { trendSeries } from './trend-series.ts'

const route = getRouteApi('/people')

const MEASURES: Record<Measure, string> = {
  announced: 'Expected announcements',
  'pull-requests': 'Pull requests',
  effort: 'Estimated hours',
}

/** What people did in a period. Who is looked at is chosen; nobody is ranked. */
export function PeoplePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (changed: PeopleSearch) => void navigate({ search: changed, replace: true, resetScroll: false })
  const { author: chosen = [], from, to, measure = 'announced' } = search
  return (
    <Page
      title="People"
      lead="Choose whose work to look at, alone or side by side. What counts differently is never added up, and there is no ranking."
      actions={
        <Link to="/people/names" className={buttonClass()}>
          Names that may be one person’s
        </Link>
      }
    >
      <ChooseAuthors chosen={chosen} most={MOST_PEOPLE} onChange={(author) => change({ ...search, author })} />
      <Fields>
        <TextField
          label="Merged from"
          type="date"
          value={from ?? ''}
          onChange={({ target }) => change({ ...search, from: target.value })}
        />
        <TextField
          label="Merged to"
          type="date"
          value={to ?? ''}
          onChange={({ target }) => change({ ...search, to: target.value })}
        />
        <SelectField
          label="Trend of"
          value={measure}
          options={measures.map((name) => [name, MEASURES[name]] as const)}
          onChange={({ target }) => {
            const chosenMeasure = measures.find((name) => name === target.value)
            change({ ...search, ...(chosenMeasure ? { measure: chosenMeasure } : {}) })
          }}
        />
      </Fields>
      {chosen.length === 0 ? (
        <EmptyPanel title="Nobody is chosen yet">
          Write a name above, and add others to see them side by side.
        </EmptyPanel>
      ) : (
        <Chosen authors={chosen} period={{ from, to }} measure={measure} />
      )}
    </Page>
  )
}

type ChosenProps = {
  authors: readonly string[]
  period: { from: string | undefined; to: string | undefined }
  measure: Measure
}

function Chosen({ authors, period, measure }: ChosenProps) {
  const summary = useQuery(summaryQuery('author', authors, period))
  return (
    <Loaded query={summary} what="what they did">
      {({ items }) =>
        items.length === 0 ? (
          <EmptyPanel title="Nothing was merged">Take another period, or another person.</EmptyPanel>
        ) : (
          <>
            <Section title="Trend">
              <Trend people={items} measure={measure} />
            </Section>
            <div className={styles.side}>
              {items.map((person) => (
                <PersonSummary key={person.key} person={person} period={period} />
              ))}
            </div>
            <Section title="Kinds of work">
              <KindsTable people={items.map(({ key }) => key)} period={period} />
            </Section>
          </>
        )
      }
    </Loaded>
  )
}

function Trend({ people, measure }: { people: readonly Summary[]; measure: Measure }) {
  const { at, series } = useMemo(() => trendSeries(people, measure), [people, measure])
  return <Chart title={`${MEASURES[measure]}, a month`} at={at} series={series} />
}
