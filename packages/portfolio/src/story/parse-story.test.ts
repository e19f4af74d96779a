import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseStory } from './parse-story.ts'
import { renderStory, storyWords } from './render-story.ts'

test('a story has headings, paragraphs, lists and quotes', () => {
  const story = 'It was\nslow.\n\n## Done\n- a\n* b\n> said\nAfter\r\n\r\nthat'
  expect(parseStory(story).map(({ kind }) => kind)).toEqual([
    ...['paragraph', 'heading', 'list', 'quote', 'paragraph', 'paragraph'],
  ])
  expect(renderStory(story).markup).toBe(
    '<p>It was slow.</p><h2>Done</h2><ul><li>a</li><li>b</li></ul><blockquote><p>said</p></blockquote><p>After</p><p>that</p>',
  )
  expect(storyWords(story)).toEqual(['It was slow.', 'Done', '• a', '• b', 'said', 'After', 'that'])
})

test.each([
  ['**bold** and `<code>`', '<p><strong>bold</strong> and <code>&lt;code&gt;</code></p>'],
  ['[a](https://example.org/)', '<p><a href="https://example.org/" rel="noopener noreferrer nofollow">a</a></p>'],
  ['[a](javascript:x)', '<p>a</p>'],
  ['**unfinished `too [a](', '<p>**unfinished &#96;too [a](</p>'],
])('%s is read', (story, markup) => expect(renderStory(story).markup).toBe(markup))

test('no letter of a story is lost, but for signs of its form', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', ' ', '\n', '*', '`', '[', ']', '(', ')', '#', '-', '>')),
      (signs) => {
        const letters = (text: string) => text.replace(/[^ab]/g, '')
        const story = signs.join('').replace(/\]\([^)]*\)/g, '')
        expect(letters(storyWords(story).join(''))).toBe(letters(story))
      },
    ),
  )
})

test.each(['[', '`', '**', '[a](', '> ', '- '])('20,000 times %j are read at once', (sign) => {
  const began = performance.now()
  parseStory(sign.repeat(20_000 / sign.length))
  expect(performance.now() - began).toBeLessThan(500)
})
