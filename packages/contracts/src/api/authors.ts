import { z } from 'zod'
import { storableText } from './storable-text.ts'

const identity = storableText.max(320)

export const forgetAuthorSchema = z
  .strictObject({
    email: identity.optional(),
    login: identity.optional().describe('Account name at GitHub'),
    name: identity.optional(),
  })
  .refine((named) => Object.values(named).filter((value) => value !== undefined).length === 1, {
    error: 'give exactly one of email, login and name',
  })

export const forgottenAuthorSchema = z.object({
  pullRequests: z.int().describe('Pull requests in which something was changed'),
  reports: z.int().describe('Reports that named them, which were removed'),
  achievements: z.int().describe('Published achievements that told of their work or named them; they are drafts again'),
  jobs: z.array(z.uuid()).describe('Jobs that index and score these again'),
  alsoKnownAs: z
    .array(z.string())
    .describe(
      'Names, and accounts as `@login`, that stood beside the same address or account: to be forgotten by name',
    ),
})

export const authorsSchema = z.object({
  items: z
    .array(z.object({ name: z.string(), pullRequests: z.int() }))
    .describe('Every name that pull requests were written under, in the order of the names'),
})

export const authorVerdictRequestSchema = z.union([
  z
    .strictObject({
      names: z.array(identity).min(1).max(50),
      sameAs: identity.describe('The name that stands for all of them'),
    })
    .describe('They are one person’s'),
  z.strictObject({ distinct: z.tuple([identity, identity]) }).describe('They are two people’s'),
])

export const authorVerdictsSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      other: z.string().describe('Of `same`, the name that stands for `name` as well'),
      verdict: z.enum(['same', 'distinct']),
      saidBy: z.string().describe('The id of the key'),
      saidAt: z.string(),
    }),
  ),
})

export const authorVerdictQuery = z.strictObject({ name: identity, other: identity })
