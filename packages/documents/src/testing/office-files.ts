import { buildZip } from './build-zip.ts'

const TYPES = { name: '[Content_Types].xml', data: '<Types/>' }
const relationships = (entries: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`

const paragraphXml = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
const shape = (role: string, lines: readonly string[]): string =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${role}"/></p:nvPr></p:nvSpPr><p:txBody>${lines.map(paragraphXml).join('')}</p:txBody></p:sp>`

type TestSlide = {
  readonly title: string
  readonly lines: readonly string[]
  readonly note?: string
  readonly rows?: readonly (readonly string[])[]
}

function slideXml({ title, lines, rows = [] }: TestSlide): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<a:tc><a:txBody>${paragraphXml(cell)}</a:txBody></a:tc>`).join('')
  const table = rows.map((row) => `<a:tr>${cells(row)}</a:tr>`).join('')
  const frame =
    rows.length > 0
      ? `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${table}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
      : ''
  return `<p:sld><p:cSld><p:spTree>${shape('body', lines)}${shape('title', [title])}${shape('sldNum', ['7'])}${frame}</p:spTree></p:cSld></p:sld>`
}

/** The least that a slide show needs, with its files numbered backwards to show that names do not order them. */
export function buildPptx(slides: readonly TestSlide[]): Buffer {
  const file = (at: number) => slides.length - at
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at}"/>`).join('')
  return buildZip([
    TYPES,
    { name: 'ppt/presentation.xml', data: `<p:presentation><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>` },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      data: relationships(slides.map((_, at) => [`rId${at}`, 'slide', `slides/slide${file(at)}.xml`])),
    },
    ...slides.flatMap((slide, at) => [
      { name: `ppt/slides/slide${file(at)}.xml`, data: slideXml(slide) },
      {
        name: `ppt/slides/_rels/slide${file(at)}.xml.rels`,
        data: relationships(slide.note ? [['rId1', 'notesSlide', `../notesSlides/notes${at}.xml`]] : []),
      },
      ...(slide.note
        ? [
            {
              name: `ppt/notesSlides/notes${at}.xml`,
              data: `<p:notes><p:cSld><p:spTree>${shape('body', [slide.note])}</p:spTree></p:cSld></p:notes>`,
            },
          ]
        : []),
    ]),
  ])
}

const column = (at: number): string => String.fromCharCode(65 + at)

function cellXml(value: string | number, at: number, row: number): string {
  const place = `${column(at)}${row + 1}`
  return typeof value === 'number'
    ? `<c r="${place}"><v>${value}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
}

type TestSheet = { readonly name: string; readonly rows: readonly (readonly (string | number)[])[] }

export function buildXlsx(sheets: readonly TestSheet[]): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const entries = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const targets = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return buildZip([
    TYPES,
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${main} xmlns:r="${office}"><sheets>${entries.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
    },
    ...sheets.map(({ rows }, sheet) => ({
      name: `xl/worksheets/sheet${sheet + 1}.xml`,
      data: `<worksheet ${main}><sheetData>${rows
        .map((row, at) => `<row r="${at + 1}">${row.map((value, cell) => cellXml(value, cell, at)).join('')}</row>`)
        .join('')}</sheetData></worksheet>`,
    })),
  ])
}

export const buildEpub = (title: string, chapters: readonly string[]): Buffer =>
  buildZip([
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      data: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      data: `<package><metadata><dc:title>${title}</dc:title><dc:language>en-GB</dc:language></metadata><manifest>${chapters
        .map((_, at) => `<item id="c${at}" href="chapter%20${chapters.length - at}.xhtml"/>`)
        .join('')}</manifest><spine>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    },
    ...chapters.map((body, at) => ({
      name: `OEBPS/chapter ${chapters.length - at}.xhtml`,
      data: `<?xml version="1.0"?><!DOCTYPE html><html><head><title>x</title></head><body>${body}</body></html>`,
    })),
  ])
