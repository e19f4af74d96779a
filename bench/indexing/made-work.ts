import { renderDocx } from '../../packages/documents/src/testing/render-docx.ts'
import { renderHtml } from '../../packages/documents/src/testing/render-html.ts'
import { renderPdf } from '../../packages/documents/src/testing/render-pdf.ts'
import {
  type SamplePart,
  sampleDocument,
  sampleMarkdown,
  sampleParagraph,
  seeded,
} from '../../packages/documents/src/testing/sample-document.ts'
import type { MadeFile } from './loads.ts'

/** About ten pages. */
const SECTIONS = 24

const renderers = {
  Markdown: async (parts: readonly SamplePart[]) => Buffer.from(sampleMarkdown(parts)),
  HTML: async (parts: readonly SamplePart[]) => Buffer.from(renderHtml(parts)),
  DOCX: renderDocx,
  PDF: renderPdf,
}

/** Documents with headings, prose, lists and tables, no two alike. */
export const madeDocuments = (format: keyof typeof renderers, count: number): Promise<MadeFile[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      name: `${at}.${format === 'Markdown' ? 'md' : format.toLowerCase()}`,
      bytes: new Uint8Array(await renderers[format](sampleDocument(at + 1, SECTIONS))),
    })),
  )

/** What a pull request says, in a few paragraphs; the same for the same number. */
export const pullRequestBody = (number: number): string => {
  const random = seeded(number)
  return Array.from({ length: 2 + (number % 8) }, () => sampleParagraph(random)).join('\n\n')
}
