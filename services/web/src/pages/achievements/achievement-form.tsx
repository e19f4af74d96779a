import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { StoryField } from '../../ui/story-field.tsx'
import type { Draft } from './achievement-draft.ts'
import { EvidenceSection } from './evidence-section.tsx'

const STORY_ROWS = 14

/** What is written of an achievement, with the story as it will be read beside it. */
export function AchievementForm({
  draft,
  onChange,
  isReadOnly,
}: {
  draft: Draft
  onChange: (change: (draft: Draft) => Draft) => void
  isReadOnly: boolean
}) {
  return (
    <>
      <Section title="What is told">
        <TextField
          label="Title"
          required
          maxLength={200}
          readOnly={isReadOnly}
          value={draft.title}
          error={draft.title.trim() === '' ? 'It needs a title to be saved.' : undefined}
          onChange={({ target }) => onChange((before) => ({ ...before, title: target.value }))}
        />
        <StoryField
          label="Story"
          rows={STORY_ROWS}
          maxLength={20_000}
          isReadOnly={isReadOnly}
          value={draft.story}
          hint={
            <>
              Blank lines part paragraphs. <code>## heading</code>, <code>- item</code>, <code>&gt; quote</code>,{' '}
              <code>`code`</code>, <code>**bold**</code>, <code>[words](https://…)</code>
            </>
          }
          onChange={(story) => onChange((before) => ({ ...before, story }))}
        />
      </Section>
      <EvidenceSection draft={draft} onChange={onChange} isReadOnly={isReadOnly} />
    </>
  )
}
