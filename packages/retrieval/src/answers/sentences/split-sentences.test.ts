import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { splitSentences } from './split-sentences.ts'

const sentencesOf = (text: string, pageBreaks?: number[]) =>
  splitSentences(text, pageBreaks).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test('end at full stops, question marks and exclamation marks', () => {
    expect(sentencesOf('It works. Does it? Yes! "Truly." Good…  Then more')).toEqual([
      'It works.',
      'Does it?',
      'Yes!',
      '"Truly."',
      'Good…',
      'Then more',
    ])
  })

  test('go on behind abbreviations, initials, versions and file names', () => {
    for (const sentence of [
      'Use a cache, e.g. Redis, vs. Postgres at 5 ms.',
      'Dr. Ada Lovelace and J. R. Smith wrote it, see Fig. 3 and No. 5.',
      'Version v1.2.3 of main.ts is out at example.com/a.b now.',
      'Wait... then go on.',
      'Call `end. Then start` to restart.',
    ])
      expect(sentencesOf(sentence)).toEqual([sentence])
  })

  test('end behind "no." where no number follows', () => {
    expect(sentencesOf('The answer is no. Nothing else.')).toEqual(['The answer is no.', 'Nothing else.'])
  })

  test('keep the line breaks of a wrapped paragraph', () => {
    expect(sentencesOf('One sentence that\nwas wrapped. Another\r\none.')).toEqual([
      'One sentence that\nwas wrapped.',
      'Another\r\none.',
    ])
  })

  test('do not run from a heading, an item or a row into the next', () => {
    const text =
      '# Title\nText here\n\nOld style\n=====\n- first item. Second part\n  wrapped\n2. second\n| a | b |\n|---|---|\n| c | d |'
    expect(splitSentences(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['heading', 'Title'],
      ['prose', 'Text here'],
      ['heading', 'Old style'],
      ['item', 'first item.'],
      ['item', 'Second part\n  wrapped'],
      ['item', 'second'],
      ['row', '| a | b |'],
      ['row', '| c | d |'],
    ])
  })

  test('are single lines in code and in lists of paths', () => {
    const text =
      'Run:\n```sh\nnpm test. Then\n# no heading\n```\nDone.\n\n    let a = 1\n    let b = 2\n\nsrc/a.ts\nsrc/b.ts'
    expect(splitSentences(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['prose', 'Run:'],
      ['code', '```sh'],
      ['code', 'npm test. Then'],
      ['code', '# no heading'],
      ['prose', 'Done.'],
      ['code', 'let a = 1'],
      ['code', 'let b = 2'],
      ['code', 'src/a.ts'],
      ['code', 'src/b.ts'],
    ])
  })

  test('end without a blank in scripts that write none', () => {
    expect(sentencesOf('これはペンです。はい！次')).toEqual(['これはペンです。', 'はい！', '次'])
  })

  test('run across the end of a page, and only where they plainly go on', () => {
    const text = 'The engine is\n\nfast. New page.'
    expect(sentencesOf(text, [14])).toEqual(['The engine is\n\nfast.', 'New page.'])
    expect(sentencesOf(text)).toEqual(['The engine is', 'fast.', 'New page.'])
    expect(sentencesOf('It is done.\n\nand so on', [12])).toEqual(['It is done.', 'and so on'])
  })

  test('are cut where they never end', () => {
    const sentences = sentencesOf('word '.repeat(1_000))
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(600)
    expect(sentences.join(' ')).toBe('word '.repeat(1_000).trim())
  })
})

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Bc',
      ' ',
      '\n',
      '\n\n',
      '. ',
      '! ',
      '`',
      '```',
      '# ',
      '- ',
      '1. ',
      '| ',
      '---',
      '    ',
      '\r\n',
      '\f',
      'e.g. ',
      '😀',
      '。',
      '3',
    ),
    maxLength: 200,
  }),
)
const breaks = fc.array(fc.nat({ max: 300 }), { maxLength: 4 })

describe('in any text', () => {
  test('sentences are in order, apart, and begin and end with something', () => {
    fc.assert(
      fc.property(texts, breaks, (text, pageBreaks) => {
        let last = 0
        for (const { start, end } of splitSentences(text, pageBreaks)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(text.length)
          const sentence = text.slice(start, end)
          expect(sentence).toBe(sentence.trim())
          expect(sentence).toMatch(/[\p{L}\p{N}]/u)
          last = end
        }
      }),
    )
  })

  test('every letter is in a sentence', () => {
    fc.assert(
      fc.property(texts, breaks, (text, pageBreaks) => {
        const spans = splitSentences(text, pageBreaks)
        for (const { index } of text.matchAll(/\p{L}/gu)) {
          expect(spans.some(({ start, end }) => start <= index && index < end)).toBe(true)
        }
      }),
    )
  })

  test('no sentence cuts a character in two', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = text.toWellFormed()
        for (const { start, end } of splitSentences(whole)) expect(whole.slice(start, end).isWellFormed()).toBe(true)
      }),
    )
  })

  test('takes time in proportion to the text', () => {
    const started = performance.now()
    for (const piece of ['a. ', '`', '. ', '```\n', '- ', 'x', '\n', '# ', '....', '('])
      splitSentences(piece.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
