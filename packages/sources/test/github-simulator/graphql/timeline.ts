import type { SimulatedIssue, SimulatedPullRequest, SimulatedReview } from '../types.ts'
import { nodeId, utcSeconds } from '../world.ts'

export type TimelineItem =
  | { type: 'PULL_REQUEST_REVIEW'; at: string; id: string; review: SimulatedReview }
  | { type: 'LABELED_EVENT'; at: string; id: string; label: string }
  | { type: 'CONNECTED_EVENT' | 'DISCONNECTED_EVENT'; at: string; id: string; issue: SimulatedIssue }

/**
 * What happened to a pull request, oldest first: reviews, labels, and issues linked and unlinked by hand.
 * Other kinds of items are not simulated.
 */
export const timelineOf = (pullRequest: SimulatedPullRequest): TimelineItem[] => {
  const start = Date.parse(pullRequest.createdAt)
  let event = 0
  const next = (kind: string) => {
    event += 1
    return { at: utcSeconds(start + event * 1_000), id: nodeId(kind, pullRequest.number, pullRequest.createdAt, event) }
  }
  const labeled = pullRequest.labels.map((label): TimelineItem => ({ type: 'LABELED_EVENT', ...next('LE'), label }))
  const connected = [...pullRequest.connectedIssues, ...pullRequest.disconnectedIssues].map(
    (issue): TimelineItem => ({ type: 'CONNECTED_EVENT', ...next('CE'), issue }),
  )
  const disconnected = pullRequest.disconnectedIssues.map(
    (issue): TimelineItem => ({ type: 'DISCONNECTED_EVENT', ...next('DE'), issue }),
  )
  const reviews = pullRequest.reviews.map(
    (review): TimelineItem => ({
      type: 'PULL_REQUEST_REVIEW',
      at: utcSeconds(review.submittedAt),
      id: review.id,
      review,
    }),
  )
  return [...labeled, ...connected, ...disconnected, ...reviews].sort((a, b) =>
    a.at < b.at ? -1 : Number(a.at > b.at),
  )
}
