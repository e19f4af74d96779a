import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { z } from 'zod'
import { type Answer, errorAnswer, jsonAnswer } from '../answer.ts'
import { type Measure, measureQuery } from './measure-query.ts'

export type PreparedQuery = {
  readonly document: DocumentNode
  readonly variables: Record<string, unknown>
  readonly operationName: string | null
  readonly measure: Measure
}

/** What is wrong with it, for the test's author, and what GitHub answers. */
export type RefusedQuery = {
  readonly violation: string
  readonly answer: Answer
  readonly operationName: string | null
}

const bodyShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

/** Queries that were found valid, and errors of those that were not, by text: a client sends the same few. */
const checkedQueries = new Map<string, DocumentNode | readonly GraphQLError[]>()
const checkedQueriesKept = 200

/** Reads a request as far as GitHub does before it runs it. An invalid query is answered with status 200. */
export const prepareQuery = (schema: GraphQLSchema, body: string): PreparedQuery | RefusedQuery => {
  const parsed = bodyShape.safeParse(readJson(body))
  if (!parsed.success) {
    const message = 'A query attribute must be specified and must be a string.'
    return { violation: `no query in ${body.slice(0, 100)}`, answer: errorAnswer(400, message), operationName: null }
  }
  const { query, operationName } = parsed.data
  const document = checkQuery(schema, query)
  if (!('kind' in document)) return refuse(document, operationName ?? null)

  const operation = getOperationAST(document, operationName)
  if (!operation) return refuse([new GraphQLError('An operation name is required')], operationName ?? null)
  const name = operation.name?.value ?? null
  if (operation.operation !== 'query')
    return refuse([new GraphQLError(`a write: ${operation.operation} ${name}`)], name)

  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    parsed.data.variables ?? {},
  )
  if (coerced === undefined) return refuse(errors, name)
  const measure = measureQuery(schema, operation, fragmentsOf(document), coerced)
  if (measure.refusals.length > 0) return refuse(measure.refusals, name, rootNulls(operation))
  return { document, variables: parsed.data.variables ?? {}, operationName: name, measure }
}

/** In GitHub's shape: `type` beside the message, not within `extensions`. */
export const githubError = (error: GraphQLError) => ({
  ...(typeof error.extensions.type === 'string' ? { type: error.extensions.type } : {}),
  ...(error.path ? { path: error.path } : {}),
  ...(error.locations ? { locations: error.locations } : {}),
  message: error.message,
})

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const checkQuery = (schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] => {
  const known = checkedQueries.get(query)
  if (known !== undefined) return known
  const result = parseAndValidate(schema, query)
  if (checkedQueries.size >= checkedQueriesKept) checkedQueries.clear()
  checkedQueries.set(query, result)
  return result
}

const parseAndValidate = (schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] => {
  try {
    const document = parse(query)
    const errors = validate(schema, document)
    return errors.length > 0 ? errors : document
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}

const refuse = (errors: readonly GraphQLError[], operationName: string | null, data?: object): RefusedQuery => ({
  violation: `a query that GitHub refuses: ${errors.map(({ message }) => message).join('; ')}`,
  answer: jsonAnswer(200, { ...(data ? { data } : {}), errors: errors.map(githubError) }),
  operationName,
})

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [],
    ),
  )

const rootNulls = (operation: OperationDefinitionNode): object =>
  Object.fromEntries(
    operation.selectionSet.selections.flatMap((selection) =>
      selection.kind === 'Field' ? [[selection.alias?.value ?? selection.name.value, null]] : [],
    ),
  )
