import { describe } from '@jest/globals'
import { createMemoryRateBudget } from './rate-budget.ts'
import { rateBudgetContract } from './testing/rate-budget-contract.ts'

describe('a rate budget in memory', () => rateBudgetContract((clock) => createMemoryRateBudget(clock)))
