import { z } from 'zod'

/** Who asks, and what they may do. */
export const sessionSchema = z.object({
  workspace: z.string(),
  keyId: z.string().describe('As it is told where somebody has said something'),
  scopes: z.array(z.enum(['read', 'submit', 'admin'])),
  until: z.iso.datetime().nullable().describe('When the session at the console ends; null for a key'),
  version: z.string().describe('Of the gateway'),
  jaegerUrl: z.url().nullable().describe('Where Jaeger shows traces, if there is one'),
})
