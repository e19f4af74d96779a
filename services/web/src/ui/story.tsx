import { ExternalLink } from './external-link.tsx'
import { parseStory, type StoryBlock, type StoryPart } from './parse-story.ts'
import styles from './story.module.css'

/** A story as the public will read it. Its headings come below that of the section that it stands in. */
export const Story = ({ text }: { text: string }) => (
  <div className={styles.story}>
    {/* What stands at a place may be anything after the next letter that is typed: places are the keys. */}
    {parseStory(text).map((block, index) => (
      <Block key={`${index}:${block.kind}`} block={block} />
    ))}
  </div>
)

function Block({ block }: { block: StoryBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3>
          <Parts parts={block.parts} />
        </h3>
      )
    case 'quote':
      return (
        <blockquote>
          <Parts parts={block.parts} />
        </blockquote>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((parts, index) => (
            <li key={`${index}:${parts.length}`}>
              <Parts parts={parts} />
            </li>
          ))}
        </ul>
      )
    case 'paragraph':
      return (
        <p>
          <Parts parts={block.parts} />
        </p>
      )
  }
}

const Parts = ({ parts }: { parts: readonly StoryPart[] }) =>
  parts.map((part, index) => <Part key={`${index}:${part.kind}`} part={part} />)

function Part({ part }: { part: StoryPart }) {
  switch (part.kind) {
    case 'words':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{part.text}</strong>
    case 'link':
      return <ExternalLink href={part.href}>{part.text}</ExternalLink>
  }
}
