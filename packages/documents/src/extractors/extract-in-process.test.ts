import { describe, expect, test } from '@jest/globals'
import { extractionLimits } from '../limits.ts'
import { buildEpub, buildPptx, buildXlsx } from '../testing/office-files.ts'
import { extractInProcess } from './extract-in-process.ts'

const limits = extractionLimits.parse({})
const read = (content: string | Uint8Array, name?: string) => extractInProcess(Buffer.from(content), name, limits)

describe('Markdown', () => {
  test('keeps its text, and every block knows its headings and its line', async () => {
    const source =
      '---\ntitle: "A plan"\n---\n# One\n\nText of one.\n\nTwo\n---\n- a\n- b\n\n```ts\n# no heading\n\nx\n```\n'
    const { text, title, blocks, map } = await read(source, 'plan.md')
    expect(text).toBe('# One\n\nText of one.\n\n## Two\n\n- a\n- b\n\n```ts\n# no heading\n\nx\n```')
    expect(title).toBe('A plan')
    expect(blocks.map(({ kind, path }) => [kind, path.join('/')])).toEqual([
      ['heading', ''],
      ['paragraph', 'One'],
      ['heading', 'One'],
      ['list', 'One/Two'],
      ['code', 'One/Two'],
    ])
    expect(map.map((span) => span.line)).toEqual([4, 6, 8, 10, 13])
  })
})

describe('HTML', () => {
  const page = `<!doctype html><html lang="de-AT"><head><title>Ein Titel</title><meta name="author" content="A. B."></head>
<body><script>var hidden = 1</script><h1>Kopf <em>zeile</em></h1>
<p>Ein Satz mit <b>fetten</b>   Worten.<br>Neue Zeile.</p><p style="display:none">unsichtbar</p>
<ol><li>eins<ul><li>innen</li></ul></li><li>zwei</li></ol>
<table><tr><th>a</th><th colspan="2">b|c</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>
<pre>  x = 1\n  y = 2</pre><blockquote><p>Zitat</p></blockquote><img src="x" alt="Ein Bild"></body></html>`

  test('becomes what a reader sees, in order', async () => {
    const { text, title, language, metadata, losses, map } = await read(page)
    expect(text).toBe(
      '# Kopf zeile\n\nEin Satz mit fetten Worten.\nNeue Zeile.\n\n1. eins\n  - innen\n2. zwei\n\n' +
        '| a | b\\|c |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n\n```\n  x = 1\n  y = 2\n```\n\n> Zitat\n\nEin Bild',
    )
    expect({ title, language, author: metadata.author }).toEqual({
      title: 'Ein Titel',
      language: 'de',
      author: 'A. B.',
    })
    expect(losses.map((loss) => loss.kind)).toEqual(['image', 'hidden'])
    expect(map.map((span) => span.line)).toEqual([2, 3, 4, 5, 6, 7, 7])
  })

  test('is read in the encoding that it declares', async () => {
    const latin = Buffer.from('<html><meta charset="iso-8859-1"><p>Gr\xfc\xdfe aus K\xf6ln</p></html>', 'latin1')
    expect((await read(latin)).text).toBe('Grüße aus Köln')
  })
})

describe('plain text', () => {
  test('in UTF-16, with a mark and without one, is read', async () => {
    const words = 'Some plain words.\r\nAnd a second line.\r\n\r\nNext.'
    const expected = 'Some plain words.\nAnd a second line.\n\nNext.'
    expect((await read(Buffer.from(words, 'utf16le'))).text).toBe(expected)
    expect((await read(Buffer.from(`\uFEFF${words}`, 'utf16le'))).text).toBe(expected)
  })

  test('in an encoding that nothing declares is guessed, and the guess is told', async () => {
    const { text, losses } = await read(
      Buffer.from('Der Bär läuft über die Straße und grüßt die Vögel höflich.', 'latin1'),
    )
    expect(text).toContain('Straße')
    expect(losses[0]?.kind).toBe('encoding')
  })
})

test('CSV becomes a table, with quoted cells and uneven rows', async () => {
  const { text, format, losses } = await read('name;count\n"a;b";1\nc;2;3\nd;4\n', 'x.csv')
  expect(format).toBe('csv')
  expect(text).toBe('| name | count |  |\n| --- | --- | --- |\n| a;b | 1 |  |\n| c | 2 | 3 |\n| d | 4 |  |')
  expect(losses[0]?.note).toContain('1 of 4 rows')
})

test('JSON and source keep their text between fences', async () => {
  expect((await read('{"big": 12345678901234567890}')).text).toBe('```json\n{"big": 12345678901234567890}\n```')
  expect((await read('const a = `x`\nconst b = 2\n', 'a.ts')).text).toBe('```ts\nconst a = `x`\nconst b = 2\n```')
})

test('an e-mail gives its subject, its people and its text, and tells what was attached', async () => {
  const mail = `From: "Ann" <ann@example.com>\r\nTo: bob@example.com\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nMIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello <b>Bob</b></p>\r
--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--b--\r\n`
  const { text, title, metadata, losses } = await read(mail)
  expect(text).toBe('# Grüße\n\nHello Bob')
  expect(title).toBe('Grüße')
  expect(metadata.from).toBe('Ann <ann@example.com>')
  expect(losses).toEqual([expect.objectContaining({ kind: 'attachment', part: 'a.pdf' })])
})

test('slides come in the order of the show, title first, with tables and notes', async () => {
  const { text, pages, map } = await read(
    buildPptx([
      { title: 'First', lines: ['one', 'two'], note: 'Say hello' },
      {
        title: 'Second',
        lines: ['alone'],
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
    ]),
  )
  expect(text).toBe(
    '## First\n\n- one\n- two\n\n> Say hello\n\n## Second\n\nalone\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
  )
  expect(pages).toBe(2)
  expect(map.map((span) => span.slide)).toEqual([1, 1, 1, 2, 2, 2])
})

test('every sheet of a workbook becomes a table under its name', async () => {
  const { text, pages, map } = await read(
    buildXlsx([
      {
        name: 'Costs',
        rows: [
          ['item', 'price'],
          ['tea', 0.1],
        ],
      },
      { name: 'More', rows: [['x'], [2]] },
    ]),
  )
  expect(text).toBe('## Costs\n\n| item | price |\n| --- | --- |\n| tea | 0.1 |\n\n## More\n\n| x |\n| --- |\n| 2 |')
  expect(pages).toBe(2)
  expect(map.map((span) => span.sheet)).toEqual(['Costs', 'Costs', 'More', 'More'])
})

test('chapters of an EPUB come in the order of its spine', async () => {
  const { text, title, language, map } = await read(buildEpub('A book', ['<h1>One</h1><p>First.</p>', '<h1>Two</h1>']))
  expect(text).toBe('# One\n\nFirst.\n\n# Two')
  expect({ title, language }).toEqual({ title: 'A book', language: 'en' })
  expect(map[0]?.part).toBe('OEBPS/chapter 2.xhtml')
})
