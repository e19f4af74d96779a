import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseStory, type StoryPart } from './parse-story.ts'

test('blocks are headings, lists, quotes and paragraphs; lines of one kind belong together', () => {
  const words = (text: string): StoryPart[] => [{ kind: 'words', text }]
  expect(parseStory('## Why\nIt was\r\nslow.\n- one\n* two\n\n- three\n> said\n>so\n\n\nEnd')).toEqual([
    { kind: 'heading', parts: words('Why') },
    { kind: 'paragraph', parts: words('It was slow.') },
    { kind: 'list', items: [words('one'), words('two')] },
    { kind: 'list', items: [words('three')] },
    { kind: 'quote', parts: words('said so') },
    { kind: 'paragraph', parts: words('End') },
  ])
})

test('code, bold and links are read within a line, and signs without their other half are words', () => {
  expect(parseStory('a `b` **c** [d](https://e.org/) [f](javascript:g) **h `i')).toEqual([
    {
      kind: 'paragraph',
      parts: [
        { kind: 'words', text: 'a ' },
        { kind: 'code', text: 'b' },
        { kind: 'words', text: ' ' },
        { kind: 'strong', text: 'c' },
        { kind: 'words', text: ' ' },
        { kind: 'link', text: 'd', href: 'https://e.org/' },
        { kind: 'words', text: ' ' },
        { kind: 'link', text: 'f', href: 'javascript:g' },
        { kind: 'words', text: ' **h `i' },
      ],
    },
  ])
})

test('markup of pages stays what it is: words', () => {
  const hostile = '<img src=x onerror="hit()"><script>hit()</script>'
  expect(parseStory(hostile)).toEqual([{ kind: 'paragraph', parts: [{ kind: 'words', text: hostile }] }])
})

test('no letter is lost or made up, whatever is written', () => {
  const piece = fc.constantFrom('a', 'b c', '`', '**', '[', '](', ')', 'https://x.org', '## ', '- ', '> ', '\n', '\n\n')
  const letters = (text: string) => text.replaceAll(/[\s`*[\]()#>-]/g, '')
  const said = (part: StoryPart) => (part.kind === 'link' ? part.text + part.href : part.text)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const story = pieces.join('')
      const read = parseStory(story).flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts))
      expect(letters(read.map(said).join(''))).toBe(letters(story))
    }),
  )
})
