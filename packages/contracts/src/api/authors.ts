import { z } from 'zod'

const identity = z
  .string()
  .trim()
  .min(1)
  .max(320)
  .refine((text) => text.isWellFormed() && !text.includes('\0'), {
    error: 'holds a NUL character or half a surrogate pair; remove it',
  })

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
