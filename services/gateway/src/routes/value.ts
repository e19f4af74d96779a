import { assessmentSchema, methodologySchema, previewSchema, problemSchema } from '@assay/contracts'
import { assessPullRequest, methodOf, type ValueModels } from '@assay/value'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'

const tags = ['value']

/** How pull requests are assessed, to try without storing anything. */
export const valueRoutes: FastifyPluginAsyncZod<{ models: ValueModels }> = async (app, { models }) => {
  app.post(
    '/value/preview',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Assess a pull request as it is described here; nothing is stored',
        body: previewSchema,
        response: { 200: assessmentSchema, '4xx': problemSchema },
      },
    },
    async ({ body }) => assessPullRequest(body, models),
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
    answers: 'Nothing yet: every pull request is not valued.',
    readsFrom: 'It would need prices that a workspace declares.',
    limits: 'Totals in money cannot be validated on public data.',
  },
]
