import { isDeepStrictEqual } from 'node:util'
import { problemSchema } from '@assay/contracts'
import { type Database, loadThresholds, storeThresholds } from '@assay/db'
import { gateSources, type QualityThresholds, qualityThresholds } from '@assay/documents'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

const tags = ['documents']
const sources = new Map(gateSources().map(({ rule, source }) => [rule, source]))
const limit = z.number().nullable().describe('Null switches the step off')
const gateSchema = z.object({
  rules: z.array(z.object({ rule: z.string(), quarantine: limit, reject: limit, source: z.string() })),
})

/** The limits between what is taken, what is set aside and what is refused. */
export const documentGateRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  const view = async (workspace: string) => {
    const thresholds = qualityThresholds.parse(await loadThresholds(db, workspace))
    return {
      rules: [...sources].map(([rule, source]) => ({ rule, ...thresholds[rule], source })),
    }
  }

  app.get(
    '/document-gate',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'The limits of the quality gate, and where their defaults come from',
        response: { 200: gateSchema, '4xx': problemSchema },
      },
    },
    async (request) => view(callerOf(request).workspace),
  )

  app.put(
    '/document-gate',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Set limits of the quality gate; all others get their defaults',
        description: 'For conversions from now on. A job of kind convert judges a stored document anew.',
        body: qualityThresholds,
        response: { 200: gateSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      await storeThresholds(db, workspace, changed(request.body))
      return view(workspace)
    },
  )
}

const defaults = qualityThresholds.parse({})

/** Only what differs is kept, so that a better default reaches those who never chose. */
const changed = (thresholds: QualityThresholds) =>
  Object.fromEntries(
    [...sources.keys()]
      .filter((rule) => !isDeepStrictEqual(thresholds[rule], defaults[rule]))
      .map((rule) => [rule, thresholds[rule]]),
  )
