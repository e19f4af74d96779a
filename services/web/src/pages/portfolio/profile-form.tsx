import { Button } from '../../ui/button.tsx'
import { Fields, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { StoryField } from '../../ui/story-field.tsx'
import styles from './portfolio.module.css'
import { labelProblem, type ProfileDraft, slugProblem, urlProblem } from './profile-draft.ts'

type Props = {
  draft: ProfileDraft
  onChange: (change: (draft: ProfileDraft) => ProfileDraft) => void
  isReadOnly: boolean
}

const ABOUT_ROWS = 8
/** As the API has it. */
const MOST_LINKS = 12

/** Whom the portfolio is of. */
export function ProfileForm({ draft, onChange, isReadOnly }: Props) {
  const field = (name: 'name' | 'headline' | 'slug') => ({
    value: draft[name],
    readOnly: isReadOnly,
    onChange: ({ target }: { target: { value: string } }) =>
      onChange((before) => ({ ...before, [name]: target.value })),
  })
  return (
    <Section title="Profile">
      <Fields>
        <TextField label="Name" maxLength={120} autoComplete="name" {...field('name')} />
        <TextField label="Headline" maxLength={200} {...field('headline')} />
        <TextField
          label="Address"
          maxLength={40}
          spellCheck={false}
          hint={
            <>
              The site is at <code>/portfolio/{draft.slug === '' ? '' : `${draft.slug}/`}</code>
            </>
          }
          error={slugProblem(draft.slug)}
          {...field('slug')}
        />
      </Fields>
      <StoryField
        label="About"
        rows={ABOUT_ROWS}
        maxLength={10_000}
        isReadOnly={isReadOnly}
        value={draft.about}
        hint="Written as stories of achievements are."
        onChange={(about) => onChange((before) => ({ ...before, about }))}
      />
      <Links draft={draft} onChange={onChange} isReadOnly={isReadOnly} />
    </Section>
  )
}

function Links({ draft: { links }, onChange, isReadOnly }: Props) {
  const setLinks = (change: (links: ProfileDraft['links']) => ProfileDraft['links']) =>
    onChange((before) => ({ ...before, links: change(before.links) }))
  const changeLink = (at: number, change: Partial<ProfileDraft['links'][number]>) =>
    setLinks((before) => before.map((link, index) => (index === at ? { ...link, ...change } : link)))
  return (
    <div className={styles.links}>
      <h3>Links</h3>
      {links.map(({ label, url }, index) => (
        <div key={String(index)} className={styles.link}>
          <TextField
            label={`Words of link ${index + 1}`}
            maxLength={80}
            readOnly={isReadOnly}
            value={label}
            error={labelProblem(label)}
            onChange={({ target }) => changeLink(index, { label: target.value })}
          />
          <TextField
            label={`Address of link ${index + 1}`}
            type="url"
            maxLength={500}
            readOnly={isReadOnly}
            value={url}
            error={urlProblem(url)}
            onChange={({ target }) => changeLink(index, { url: target.value })}
          />
          {isReadOnly ? null : (
            <Button
              look="quiet"
              aria-label={`Remove link ${index + 1}`}
              onClick={() => setLinks((before) => before.toSpliced(index, 1))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      <Button
        disabled={isReadOnly || links.length >= MOST_LINKS}
        onClick={() => setLinks((before) => [...before, { label: '', url: 'https://' }])}
      >
        Add a link
      </Button>
    </div>
  )
}
