import { type Database, findContext, loadAssessedWork } from '@assay/db'
import { type MonetisedValue, noPrices, toContext, toValuedWork, valueApart } from '@assay/value'

export const nothingDeclared = {
  status: 'not-valued' as const,
  because: ['no prices were declared for this workspace: PUT /value/context'],
}

/** What each of these is worth by itself under the newest context. */
export const priceEach = async (db: Database, workspace: string, rows: readonly { readonly id: string }[]) => {
  const ids = rows.map(({ id }) => id)
  const context = toContext(await findContext(db, workspace))
  const works = context ? (await loadAssessedWork(db, workspace, { ids })).map(toValuedWork) : []
  const values = valueApart(works, context ?? noPrices)
  return (id: string) => (context ? (values.get(id)?.value ?? notAssessed) : nothingDeclared)
}

const notAssessed = { status: 'not-valued' as const, because: ['it is not scored yet'] }

/** What a stored pull request is worth under the newest context, and what others made of it since. */
export const priceOne = async (db: Database, workspace: string, id: string) => {
  const [stored, rows] = await Promise.all([findContext(db, workspace), loadAssessedWork(db, workspace, { ids: [id] })])
  const context = toContext(stored)
  const own = valueApart(rows.map(toValuedWork), context ?? noPrices).get(id)
  const money: MonetisedValue | typeof nothingDeclared = context && own ? own.value : nothingDeclared
  const history = (own?.history.events ?? []).map((event) => ({ ...event, at: event.at.toISOString() }))
  return { money, history, changeSet: own?.changeSet ?? null }
}
