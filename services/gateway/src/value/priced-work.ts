import { type Database, findContext, loadAssessedWork } from '@assay/db'
import { type MonetisedValue, noPrices, toContext, toValuedWork, valueApart } from '@assay/value'

export const nothingDeclared = {
  status: 'not-valued' as const,
  because: ['no prices were declared for this workspace: PUT /value/context'],
}

/** What a stored pull request is worth under the newest context, and what others made of it since. */
export const priceOne = async (db: Database, workspace: string, id: string) => {
  const [stored, rows] = await Promise.all([findContext(db, workspace), loadAssessedWork(db, workspace, { ids: [id] })])
  const context = toContext(stored)
  const own = valueApart(rows.map(toValuedWork), context ?? noPrices).get(id)
  const money: MonetisedValue | typeof nothingDeclared = context && own ? own.value : nothingDeclared
  const history = (own?.history.events ?? []).map((event) => ({ ...event, at: event.at.toISOString() }))
  return { money, history, changeSet: own?.changeSet ?? null }
}
