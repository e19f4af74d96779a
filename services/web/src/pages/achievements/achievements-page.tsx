import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../api/session.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { AchievementList } from './achievement-list.tsx'
import { achievementsQuery } from './achievement-queries.ts'
import { SuggestionsSection } from './suggestions-section.tsx'

/** What is told of the work, in the order that the public sees it in, and what might be told. */
export function AchievementsPage() {
  const query = useQuery(achievementsQuery)
  const maySubmit = useMay('submit')
  return (
    <Page
      title="Achievements"
      lead="Pull requests and documents gathered into what they came to. The public sees those that are published, in this order."
      actions={
        <>
          <Link to="/portfolio-settings" className={buttonClass()}>
            Portfolio
          </Link>
          {maySubmit ? (
            <Link to="/achievements/new" className={buttonClass('primary')}>
              New achievement
            </Link>
          ) : (
            <ScopedButton needs="submit">New achievement</ScopedButton>
          )}
        </>
      }
    >
      <Loaded query={query} what="the achievements">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPanel title="Nothing is told yet">
              Make a draft of a suggestion below, or begin a new achievement. Nobody else sees it until it is published.
            </EmptyPanel>
          ) : (
            <AchievementList items={items} />
          )
        }
      </Loaded>
      <SuggestionsSection />
    </Page>
  )
}
