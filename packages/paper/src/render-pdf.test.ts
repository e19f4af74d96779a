import { expect, test } from '@jest/globals'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { extractText, getDocumentProxy, renderPageAsImage } from 'unpdf'
import type { Block } from './blocks.ts'
import { renderPdf } from './render-pdf.ts'

const render = (blocks: readonly Block[]) => renderPdf(blocks, { title: 'A report', madeAt: new Date(0) })

const textOf = async (pdf: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text

const WORDS = 'Speeds up 漢字 かな カナ 汉字 한글, measured twice。'

test('letters of East Asia stand among others as text that can be copied again', async () => {
  const pdf = await render([
    { kind: 'heading', level: 1, text: WORDS },
    { kind: 'paragraph', text: WORDS },
    { kind: 'list', items: [WORDS] },
    { kind: 'quote', text: WORDS, source: '漢字' },
    { kind: 'table', head: ['', '漢字'], rows: [['한글', 'かな']] },
  ])
  const text = (await textOf(pdf)).replace(/\s+/g, ' ')
  expect(text.split(WORDS)).toHaveLength(5)
  expect(text).toContain('한글')
  expect(await render([{ kind: 'paragraph', text: WORDS }])).toEqual(await render([{ kind: 'paragraph', text: WORDS }]))
})

/** Where ink stands in the first line of a page, as the page shows it. */
const inkOf = async (text: string): Promise<string> => {
  const pdf = await render([{ kind: 'heading', level: 1, text }])
  const canvasImport = () => import('@napi-rs/canvas')
  const png = await renderPageAsImage(new Uint8Array(pdf), 1, { canvasImport, scale: 2 })
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(400, 90)
  const context = canvas.getContext('2d')
  context.drawImage(image, -100, -100)
  const { data } = context.getImageData(0, 0, 400, 90)
  return Array.from({ length: data.length / 4 }, (_, at) => (Number(data[at * 4]) < 128 ? '#' : ' ')).join('')
}

test('no letter is shown as a box: each looks like itself', async () => {
  const box = await inkOf('\u{10ffff}')
  const pictures = await Promise.all(['漢', '字', 'か', 'な', '한', '글', '们'].map(inkOf))
  expect(new Set([box, ...pictures]).size).toBe(8)
  for (const picture of pictures) expect(picture.match(/#/g)?.length ?? 0).toBeGreaterThan(100)
})

test('a report without such letters loads no further font', async () => {
  const plain = await render([{ kind: 'paragraph', text: 'Grüße, Привет, Γειά' }])
  expect(plain.toString('latin1')).not.toMatch(/Chocolate|Gowun/)
  expect((await render([{ kind: 'paragraph', text: '漢' }])).toString('latin1')).toMatch(/Chocolate/)
})
