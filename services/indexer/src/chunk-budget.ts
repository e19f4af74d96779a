import type { TokenBudget } from '@assay/retrieval'

/** Of the passages that are stored. */
export const BUDGET: TokenBudget = { maxTokens: 256, overlapTokens: 32 }
