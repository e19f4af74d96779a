import { z } from 'zod'
import { pageOf } from './pages.ts'

export const reportSummarySchema = z.object({ id: z.uuid(), title: z.string(), createdAt: z.string() })
export const reportPageSchema = pageOf(reportSummarySchema)

export const reportAcceptedSchema = z.object({
  id: z.uuid().describe('Of the report, and of the job that writes it'),
  state: z.string(),
})
