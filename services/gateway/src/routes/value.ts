import {
  assessmentSchema,
  methodologySchema,
  NotFound,
  previewSchema,
  problemSchema,
  valueContextSchema,
} from '@assay/contracts'
import { type Database, declareContext, findContext, type StoredContext } from '@assay/db'
import {
  assessPullRequest,
  declaredContextSchema,
  exampleContext,
  methodOf,
  toContext,
  type ValueModels,
  valuePullRequest,
} from '@assay/value'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { nothingDeclared } from '../value/priced-work.ts'

const tags = ['value']

const pricedPreviewSchema = previewSchema.extend({
  repository: z.string().max(200).optional(),
  context: declaredContextSchema.optional().describe('Prices to try; without them those of the workspace'),
})

/** How pull requests are assessed and priced, to try without storing anything, and the prices of a workspace. */
export const valueRoutes: FastifyPluginAsyncZod<{ db: Database; models: ValueModels }> = async (
  app,
  { db, models },
) => {
  app.post(
    '/value/preview',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Assess and price a pull request as it is described here; nothing is stored',
        body: pricedPreviewSchema,
        response: { 200: assessmentSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { context: given, repository, ...facts } = request.body
      const assessment = assessPullRequest(facts, models)
      const evidence = { ...facts, ...assessment, kind: assessment.kind.label, repository }
      const context = given
        ? { ...given, version: 'preview' }
        : toContext(await findContext(db, callerOf(request).workspace))
      return { ...assessment, value: context ? valuePullRequest(evidence, context) : nothingDeclared }
    },
  )

  app.get(
    '/value/context',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What the workspace assumes about prices and people: the newest version, or an earlier one',
        querystring: z.strictObject({ version: z.coerce.number().int().positive().optional() }),
        response: { 200: valueContextSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { version } = request.query
      const stored = await findContext(db, callerOf(request).workspace, version)
      if (!stored) throw NotFound(version === undefined ? 'a value context: none was declared' : `version ${version}`)
      return viewContext(stored)
    },
  )

  app.put(
    '/value/context',
    {
      config: { scope: 'admin' },
      schema: {
        tags,
        summary: 'Declare prices and who is concerned, as a new version; all values are told under it from now on',
        body: declaredContextSchema.meta({ examples: [exampleContext] }),
        response: { 200: valueContextSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { workspace, keyId } = callerOf(request)
      return viewContext(
        await db.transaction((tx) => declareContext(tx, workspace, { context: request.body, declaredBy: keyId })),
      )
    },
  )

  app.get(
    '/value/methodology',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'How pull requests are assessed, with versions and limits',
        response: { 200: methodologySchema, '4xx': problemSchema },
      },
    },
    async () => ({ method: methodOf(models), parts, documentation: 'docs/value-methodology.md' }),
  )
}

const viewContext = ({ declaredAt, ...stored }: StoredContext) => ({ ...stored, declaredAt: declaredAt.toISOString() })

/** The parts measure different things and are never added up. */
const parts: z.output<typeof methodologySchema>['parts'] = [
  {
    name: 'kind',
    answers: 'What it was for, with a probability.',
    readsFrom: 'A declared type or label; else words, paths and size, by a trained linear model.',
    limits: 'Performance work is told worst; authors mislabel.',
  },
  {
    name: 'significance',
    answers: 'The chance in per cent that maintainers would announce it in their release notes, with an interval.',
    readsFrom: 'Kind, authored lines, classes of files and the words of the title; not the description.',
    limits: 'That something was announced does not prove what it was worth. An order, not money, no grade for people.',
  },
  {
    name: 'effort',
    answers: 'Hours at the keyboard, with intervals of 50 and 90 per cent.',
    readsFrom: 'Authored lines by class of file, with a list of what was left out.',
    limits: 'Fitted to the time between commits, as nobody publishes hours: a floor.',
  },
  {
    name: 'claims',
    answers: 'The quantified changes that its text states, each with its exact place and whether it was done.',
    readsFrom: 'Title, description and titles of commits, without quotations, code, templates and what bots paste.',
    limits: 'What is claimed is not what was measured. English only.',
  },
  {
    name: 'money',
    answers: 'Amounts with p10, p50 and p90, once and by the year, or why there is none.',
    readsFrom: 'Claims that were done, times prices and numbers of people that the workspace declares.',
    limits: 'Totals in money cannot be validated on public data.',
  },
]
