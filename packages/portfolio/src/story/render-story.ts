import { html, type Markup } from '../markup/html.ts'
import { outerLink } from '../markup/links.ts'
import { type Inline, parseStory, type StoryBlock } from './parse-story.ts'

/** A story as markup; its headings come right below that of the page. */
export const renderStory = (story: string): Markup => html`${parseStory(story).map(renderBlock)}`

const renderBlock = (block: StoryBlock): Markup => {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.content.map(renderInline)}</h2>`
    case 'paragraph':
      return html`<p>${block.content.map(renderInline)}</p>`
    case 'quote':
      return html`<blockquote><p>${block.content.map(renderInline)}</p></blockquote>`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item.map(renderInline)}</li>`)}</ul>`
  }
}

const renderInline = (part: Inline): Markup => {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`
    case 'code':
      return html`<code>${part.text}</code>`
    case 'strong':
      return html`<strong>${part.text}</strong>`
    case 'link':
      return outerLink(part.text, part.url)
  }
}

/** The words of a story in blocks, for paper and for search. */
export const storyWords = (story: string): string[] =>
  parseStory(story).flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => `• ${wordsOf(item)}`) : [wordsOf(block.content)],
  )

const wordsOf = (parts: readonly Inline[]): string => parts.map(({ text }) => text).join('')
