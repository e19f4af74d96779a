import { renderPdf } from '@assay/paper'
import { layoutReport } from './layout-report.ts'
import { renderHtml } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { Report } from './report.ts'

export const reportFormats = ['json', 'markdown', 'html', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A report in a format, with its media type. */
export const renderReport = async (
  report: Report,
  format: ReportFormat,
): Promise<{ readonly mediaType: string; readonly content: string | Buffer }> => {
  const { title, madeAt } = report
  switch (format) {
    case 'json':
      return { mediaType: 'application/json; charset=utf-8', content: JSON.stringify(report) }
    case 'markdown':
      return { mediaType: 'text/markdown; charset=utf-8', content: renderMarkdown(layoutReport(report)) }
    case 'html':
      return { mediaType: 'text/html; charset=utf-8', content: renderHtml(layoutReport(report), title) }
    case 'pdf':
      return {
        mediaType: 'application/pdf',
        content: await renderPdf(layoutReport(report), { title, madeAt: new Date(madeAt) }),
      }
  }
}
