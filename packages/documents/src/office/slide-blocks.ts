import type { Origin } from '../extracted-document.ts'
import { type DraftBlock, heading, list, paragraph, table } from '../text/draft.ts'
import { descendants, elementsOf, type XmlElement, xmlText } from './read-xml.ts'

type Paragraph = { readonly text: string; readonly depth: number }

const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((candidate) => candidate.name === name)

const runText = (element: XmlElement): string =>
  elementsOf(element)
    .map((run) => (run.name === 'br' ? ' ' : run.name === 'tab' ? ' ' : descendants(run, 't').map(xmlText).join('')))
    .join('')

const paragraphsOf = (body: XmlElement): Paragraph[] =>
  elementsOf(body)
    .filter((element) => element.name === 'p')
    .map((element) => ({ text: runText(element), depth: Number(child(element, 'pPr')?.attributes.lvl ?? 0) || 0 }))
    .filter((paragraph) => paragraph.text.trim() !== '')

/** The role a shape plays on its slide: title, body, footer, slide number and so on. */
const placeholder = (shape: XmlElement): string | undefined => {
  const found = descendants(child(shape, 'nvSpPr') ?? shape, 'ph')[0]
  return found && (found.attributes.type ?? 'body')
}

const ASIDE = new Set(['sldNum', 'ftr', 'dt', 'hdr'])

function shapeBlocks(shape: XmlElement, origin: Origin): DraftBlock[] {
  const role = placeholder(shape)
  const body = child(shape, 'txBody')
  if (!body || (role && ASIDE.has(role))) return []
  const paragraphs = paragraphsOf(body)
  if (role === 'title' || role === 'ctrTitle') return [heading(2, paragraphs.map(({ text }) => text).join(' '), origin)]
  const isList = role === 'body' && paragraphs.length > 1
  if (isList)
    return [
      list(
        paragraphs.map((item) => ({ ...item, marker: '-' })),
        origin,
      ),
    ]
  return paragraphs.map(({ text }) => paragraph(text, origin))
}

function frameBlocks(frame: XmlElement, origin: Origin): DraftBlock[] {
  return descendants(frame, 'tbl').map((found) => {
    const rows = elementsOf(found).filter((row) => row.name === 'tr')
    const cells = (row: XmlElement) => elementsOf(row).filter((cell) => cell.name === 'tc')
    const text = (cell: XmlElement) =>
      paragraphsOf(child(cell, 'txBody') ?? cell)
        .map((line) => line.text)
        .join(' ')
    return table(
      rows.map((row) => cells(row).map(text)),
      origin,
    )
  })
}

function treeBlocks(tree: XmlElement, origin: Origin): DraftBlock[] {
  return elementsOf(tree).flatMap((element) => {
    if (element.name === 'sp') return shapeBlocks(element, origin)
    if (element.name === 'graphicFrame') return frameBlocks(element, origin)
    return element.name === 'grpSp' ? treeBlocks(element, origin) : []
  })
}

/** A slide's text with its title first; the other shapes stay in the order in which they are stored. */
export function slideBlocks(slide: XmlElement, origin: Origin): DraftBlock[] {
  const blocks = descendants(slide, 'spTree').flatMap((tree) => treeBlocks(tree, origin))
  const isTitle = (block: DraftBlock) => block.kind === 'heading'
  return [...blocks.filter(isTitle), ...blocks.filter((block) => !isTitle(block))]
}
