import { type Database, findContext, loadAssessedWork } from '@assay/db'
import { declaredContextSchema, type MonetisedValue, toValuedWork, type ValueContext, valueApart } from '@assay/value'

export const nothingDeclared = {
  status: 'not-valued' as const,
  because: ['no prices were declared for this workspace: PUT /value/context'],
}

/** The newest declaration of a workspace, or null. */
export const readContext = async (db: Database, workspace: string): Promise<ValueContext | null> => {
  const stored = await findContext(db, workspace)
  return stored ? { ...declaredContextSchema.parse(stored.context), version: String(stored.version) } : null
}

/** What a stored pull request is worth under the newest context, and what others made of it since. */
export const priceOne = async (db: Database, workspace: string, id: string) => {
  const [context, rows] = await Promise.all([
    readContext(db, workspace),
    loadAssessedWork(db, workspace, { ids: [id] }),
  ])
  const own = valueApart(rows.map(toValuedWork), context ?? emptyContext).get(id)
  const money: MonetisedValue | typeof nothingDeclared = context && own ? own.value : nothingDeclared
  const history = (own?.history.events ?? []).map((event) => ({ ...event, at: event.at.toISOString() }))
  return { money, history, changeSet: own?.changeSet ?? null }
}

/** History needs no prices. */
const emptyContext: ValueContext = { ...declaredContextSchema.parse({ currency: 'XXX' }), version: '0' }
