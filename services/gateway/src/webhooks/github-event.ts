import { z } from 'zod'

/** Loose: GitHub adds fields, and of each event only these are read. */
const repository = z.looseObject({ html_url: z.url({ protocol: /^https?$/ }) })
const pullRequestEvent = z.looseObject({
  action: z.string(),
  pull_request: z.looseObject({ number: z.int().positive(), merged_at: z.string().nullable() }),
  repository,
})
const repositoryEvent = z.looseObject({ action: z.string(), repository })

/** What of a merged pull request may have changed in what is stored of it. */
const CHANGING: Record<string, readonly string[]> = {
  pull_request: ['closed', 'edited', 'labeled', 'unlabeled'],
  pull_request_review: ['submitted', 'edited', 'dismissed'],
}
/** After these the next collection will fail: somebody should know. */
const LOSING = ['deleted', 'privatized']

export type Meaning =
  | { what: 'pong' }
  | { what: 'collect'; webAddress: string; number: number }
  | { what: 'lost'; webAddress: string; action: string }
  | { what: 'nothing'; reason: string }

/** What an event means here. @throws ZodError when it lacks what is needed to tell. */
export function meaningOf(event: string, payload: unknown): Meaning {
  if (event === 'ping') return { what: 'pong' }
  if (event === 'repository') {
    const { action, repository } = repositoryEvent.parse(payload)
    if (LOSING.includes(action)) return { what: 'lost', webAddress: repository.html_url, action }
    return { what: 'nothing', reason: `repository ${action}: the next collection finds it` }
  }
  const actions = CHANGING[event]
  if (!actions) return { what: 'nothing', reason: `nothing is collected for the event ${event}` }
  const { action, pull_request: pullRequest, repository } = pullRequestEvent.parse(payload)
  if (!actions.includes(action)) return { what: 'nothing', reason: `${event} ${action} changes nothing that is stored` }
  if (pullRequest.merged_at === null) return { what: 'nothing', reason: 'the pull request is not merged' }
  return { what: 'collect', webAddress: repository.html_url, number: pullRequest.number }
}
